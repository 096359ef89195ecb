import FoundationEssentials

/// What one command did to a stream.
package struct Execution<Event: Sendable>: Sendable {
    /// The stream's revision afterwards.
    package let revision: Revision
    /// The events as stored, with the domain's own form beside them; empty when there was nothing left to do.
    package let events: [(recorded: RecordedEvent, event: Event)]
}

extension StoreReader {
    /// Loads an aggregate by folding its stream.
    package func load<D: Decider>(
        _ decider: D,
        from stream: StreamName,
        codec: some EventCodec<D.Event>
    ) throws -> (state: D.State, revision: Revision) {
        let recorded = try events(in: stream, after: .none)
        var state = decider.initial
        for item in recorded {
            decider.evolve(&state, try codec.decode(type: item.event.type, payload: item.event.payload))
        }
        return (state, recorded.last?.revision ?? .none)
    }
}

extension StoreTransaction {
    /// Loads an aggregate, decides, and appends what was decided, expecting that nobody came in between.
    ///
    /// - Parameters:
    ///   - decider: The rules.
    ///   - command: What is asked.
    ///   - stream: The aggregate.
    ///   - codec: The stored form of its events.
    ///   - expecting: What the one who asks believes the stream's revision to be.
    ///   - metadata: Who, why and when.
    /// - Returns: The events as stored, none when everything had been done already.
    /// - Throws: The decider's refusal, or ``EventStoreError/wrongRevision(stream:expected:actual:)``.
    package func execute<D: Decider>(
        _ decider: D,
        _ command: D.Command,
        on stream: StreamName,
        codec: some EventCodec<D.Event>,
        expecting: ExpectedRevision = .any,
        metadata: EventMetadata
    ) throws -> Execution<D.Event> {
        let (state, revision) = try load(decider, from: stream, codec: codec)
        if case .exactly(let expected) = expecting, expected != revision {
            throw EventStoreError.wrongRevision(stream: stream, expected: expected, actual: revision)
        }
        let decided = try decider.decide(command, state)
        let new = try decided.map { event in
            let (type, payload) = try codec.encode(event)
            return NewEvent(id: UUID(), type: type, payload: payload, metadata: metadata)
        }
        let recorded = try append(new, to: stream, expecting: .exactly(revision))
        return Execution(
            revision: recorded.last?.revision ?? revision,
            events: zip(recorded, decided).map { (recorded: $0, event: $1) }
        )
    }
}
