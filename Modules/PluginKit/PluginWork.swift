import CloudEvents
import Contracts
package import EventSourcing
import FoundationEssentials
package import Scheme

/// One piece of work of a plug-in: one transaction, at one moment, for one issuer.
///
/// Valid only inside the closure that received it.
package final class PluginWork {
    /// The plug-in's store, for private documents and for reading.
    package let transaction: any StoreTransaction
    /// The moment at which the work is done.
    package let now: Instant
    /// Who, why and when, as it is recorded with each event.
    package let metadata: EventMetadata
    /// What the one who asks believes the stream's revision to be.
    package let expecting: ExpectedRevision
    private let plugin: any BusPlugin
    private let source: EventSource

    /// What was done so far, for the reply.
    struct Effects: Sendable {
        /// How many events were appended.
        var changes = 0
        /// The published events' types.
        var eventTypes: [String] = []
        /// The first stream that was written, on which the expected revision was checked, and its revision.
        var written: (stream: StreamName, revision: Revision)?
    }
    private(set) var effects: Effects

    init(
        _ plugin: any BusPlugin,
        source: EventSource,
        transaction: any StoreTransaction,
        now: Instant,
        metadata: EventMetadata,
        expecting: ExpectedRevision = .any,
        after effects: Effects = Effects()
    ) {
        self.effects = effects
        self.plugin = plugin
        self.source = source
        self.transaction = transaction
        self.now = now
        self.metadata = metadata
        self.expecting = expecting
    }

    /// The day in the Netherlands.
    package var today: CalendarDate { CalendarDate(inTheNetherlandsAt: now) }

    /// Loads an aggregate.
    package func load<D: Decider>(
        _ decider: D,
        from stream: StreamName,
        codec: some ContractCodec<D.Event>
    ) throws -> D.State {
        try transaction.load(decider, from: stream, codec: codec).state
    }

    /// Decides, appends, publishes what is public, and brings the projections up to date.
    ///
    /// The revision that the issuer expects is checked on the first stream that the work writes.
    /// - Returns: The events; none when everything had been done already.
    /// - Throws: The decider's refusal, or ``EventStoreError`` for a stale writer.
    @discardableResult
    package func execute<D: Decider>(
        _ decider: D,
        _ command: D.Command,
        on stream: StreamName,
        codec: some ContractCodec<D.Event>
    ) throws -> [D.Event] {
        let execution = try transaction.execute(
            decider,
            command,
            on: stream,
            codec: codec,
            expecting: effects.written == nil ? expecting : .any,
            metadata: metadata
        )
        if effects.written == nil || effects.written?.stream == stream {
            effects.written = (stream, execution.revision)
        }
        effects.changes += execution.events.count
        for (recorded, event) in execution.events {
            guard let contract = codec.storedForm(of: event) as? any EventContract else { continue }
            effects.eventTypes.append(recorded.event.type)
            try publish(contract, recorded)
        }
        for projection in plugin.projections {
            try projection.follow(execution.events.map(\.recorded), in: transaction)
        }
        return execution.events.map(\.event)
    }

    private func publish(_ contract: any EventContract, _ recorded: RecordedEvent) throws {
        let areas = contract.areas.isEmpty ? [nil] : contract.areas.map(Optional.some)
        for (index, area) in areas.enumerated() {
            let topic = Topic.event(stream: plugin.name.description, area: area, name: type(of: contract).name)
            // One event over several areas goes out once for each, with an identifier of its own (topics name one area).
            let id = index == 0 ? recorded.event.id : UUID()
            try transaction.publish(topic: topic) { offset in
                var event = CloudEvent(
                    id: id.uuidString.lowercased(),
                    source: source.description,
                    type: recorded.event.type
                )
                event.subject = contract.subject
                event.time = metadata.recordedAt.rfc3339
                event.sequence = CloudEvent.sequenceText(offset.value)
                event.correlation = metadata.correlation.uuidString.lowercased()
                event.causation = metadata.causation.uuidString.lowercased()
                event.dataClass = type(of: contract).dataClass.rawValue
                return try event.json(data: recorded.event.payload)
            }
        }
    }
}
