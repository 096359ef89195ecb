import FoundationEssentials

/// Changes the content of an ``InMemoryEventStore`` and remembers how to undo that.
final class InMemoryTransaction {
    private(set) var content: InMemoryContent
    /// What takes each change back, in the order of the changes.
    private var undoing: [(inout InMemoryContent) -> Void] = []

    init(_ content: InMemoryContent) { self.content = content }

    /// Whether anything was changed and not taken back.
    var hasChanged: Bool { !undoing.isEmpty }

    /// Takes back every change but the first ones, of which `count` are kept.
    func undo(keeping count: Int = 0) {
        while undoing.count > count, let step = undoing.popLast() { step(&content) }
    }

    /// Makes a change and remembers what takes it back.
    func change(_ step: (inout InMemoryContent) -> Void, undoing back: @escaping (inout InMemoryContent) -> Void) {
        step(&content)
        undoing.append(back)
    }

    /// Gives the content back; the transaction is of no more use.
    func end() -> InMemoryContent {
        defer { content = InMemoryContent() }
        undoing = []
        return content
    }

    /// Sets a value and remembers the former one.
    func set<Value>(_ path: WritableKeyPath<InMemoryContent, Value?>, to value: Value?) {
        let former = content[keyPath: path]
        content[keyPath: path] = value
        undoing.append { $0[keyPath: path] = former }
    }
}

extension InMemoryTransaction: StoreReader {
    func revision(of stream: StreamName) -> Revision { content.revision(of: stream) }

    func events(in stream: StreamName, after revision: Revision) -> [RecordedEvent] {
        let places = content.streams[stream] ?? []
        return places.dropFirst(Int(clamping: revision.value)).map { content.log[$0] }
    }

    func events(after position: Position, limit: Int) -> [RecordedEvent] {
        Array(content.log.dropFirst(Int(clamping: position.value)).prefix(max(limit, 0)))
    }

    func feedHead() -> FeedOffset { content.feedHead }

    func feed(after offset: FeedOffset, limit: Int, maxBytes: Int) -> [FeedEntry] {
        var entries: [FeedEntry] = []
        var bytes = 0
        for entry in content.feed.dropFirst(Int(clamping: offset.value)).prefix(max(limit, 0)) {
            bytes += entry.body.count
            if bytes > maxBytes, !entries.isEmpty { break }
            entries.append(entry)
        }
        return entries
    }

    func acknowledgements() -> [String: FeedOffset] { content.acknowledgements }

    func document(_ key: String, in collection: DocumentCollection) -> Data? {
        content[document: key, collection]?.body
    }

    func documents(in collection: DocumentCollection, prefix: String) -> [StoredDocument] {
        let prefix = InMemoryContent.Bytes(prefix)
        return (content.documents[collection] ?? [:])
            .filter { $0.key.utf8.starts(with: prefix.utf8) }
            .sorted { $0.key < $1.key }
            .map(\.value)
    }

    func hasReceived(id: String, from source: String) -> Bool {
        content.receipts.contains(.init(source: source, id: id))
    }

    func cursor(in feed: String) -> FeedCursor? { content.cursors[feed] }

    func reply(for key: UUID) -> StoredReply? { content.replies[key] }

    func checkpoint(of projection: String) -> ProjectionCheckpoint? { content.checkpoints[projection] }
}

extension InMemoryTransaction: StoreTransaction {
    func append(
        _ events: [NewEvent],
        to stream: StreamName,
        expecting: ExpectedRevision
    ) throws -> [RecordedEvent] {
        let actual = content.revision(of: stream)
        if case .exactly(let expected) = expecting, expected != actual {
            throw EventStoreError.wrongRevision(stream: stream, expected: expected, actual: actual)
        }
        var fresh: Set<UUID> = []
        for event in events where content.eventIDs.contains(event.id) || !fresh.insert(event.id).inserted {
            throw EventStoreError.duplicateEvent(event.id)
        }
        let recorded = zip(Int64(1)..., events).map { number, event in
            RecordedEvent(
                position: Position(Int64(content.log.count) + number),
                stream: stream,
                revision: Revision(actual.value + number),
                event: event
            )
        }
        content.streams[stream, default: []].append(contentsOf: content.log.count..<(content.log.count + events.count))
        content.log.append(contentsOf: recorded)
        content.eventIDs.formUnion(fresh)
        undoing.append { content in
            content.streams[stream]?.removeLast(events.count)
            content.log.removeLast(events.count)
            content.eventIDs.subtract(fresh)
        }
        return recorded
    }

    func publish(topic: String, body: (FeedOffset) throws -> Data) throws -> FeedEntry {
        let offset = content.feedHead.next
        let entry = FeedEntry(offset: offset, topic: topic, body: try body(offset))
        guard content.feedHead.next == offset else {
            throw EventStoreError.unavailable("the body of a feed entry may not publish another one.")
        }
        content.feed.append(entry)
        undoing.append { $0.feed.removeLast() }
        return entry
    }

    func attempt<Result>(_ body: () throws -> Result) throws -> Result {
        let count = undoing.count
        do {
            return try body()
        } catch {
            undo(keeping: count)
            throw error
        }
    }

    func acknowledge(consumer: String, upTo offset: FeedOffset) throws {
        if content.acknowledgements[consumer] == nil, content.acknowledgements.count >= EventStoreError.mostConsumers {
            throw EventStoreError.tooManyConsumers(of: "the feed")
        }
        set(\.acknowledgements[consumer], to: max(offset, content.acknowledgements[consumer] ?? .start))
    }

    func put(_ body: Data, at key: String, in collection: DocumentCollection) {
        set(\.[document: key, collection], to: StoredDocument(key: key, body: body))
    }

    func removeDocument(_ key: String, in collection: DocumentCollection) {
        set(\.[document: key, collection], to: nil)
    }

    func clear(_ collection: DocumentCollection) { set(\.documents[collection], to: nil) }

    func markReceived(id: String, from source: String) {
        let receipt = InMemoryContent.Receipt(source: source, id: id)
        guard content.receipts.insert(receipt).inserted else { return }
        undoing.append { $0.receipts.remove(receipt) }
    }

    func setCursor(_ cursor: FeedCursor, in feed: String) { set(\.cursors[feed], to: cursor) }

    func keepReply(_ reply: StoredReply, for key: UUID) {
        // The answer once given stays the answer.
        guard content.replies[key] == nil else { return }
        set(\.replies[key], to: reply)
    }

    func setCheckpoint(_ checkpoint: ProjectionCheckpoint, of projection: String) {
        set(\.checkpoints[projection], to: checkpoint)
    }
}
