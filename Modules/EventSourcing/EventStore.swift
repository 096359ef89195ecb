package import FoundationEssentials

/// Holds a plug-in's log, feed, documents, inbox and replies, and changes them in transactions.
///
/// Everything that one command or one consumed event does is one `write`: it happens whole, on disk, or not at all.
package protocol EventStore: Sendable {
    /// The present life of this store's feed.
    var epoch: Epoch { get }

    /// Delivers the feed's head after each commit that moved it; only the newest is kept for a slow listener.
    ///
    /// Has one listener, the publisher.
    var heads: AsyncStream<FeedOffset> { get }

    /// Runs a transaction; when it returns, the change is on disk. Several may share one commit.
    ///
    /// - Throws: What `body` throws (nothing is kept then), or an ``EventStoreError``.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
    ) async throws -> Result

    /// Runs a consistent read.
    func read<Result: Sendable>(_ body: @escaping @Sendable (any StoreReader) throws -> Result) async throws -> Result

    /// Ends all use of the store.
    func close() async throws
}

/// Reads a store at one moment.
///
/// Valid only inside the closure that received it.
package protocol StoreReader: AnyObject {
    /// The number of events in a stream.
    func revision(of stream: StreamName) throws -> Revision
    /// The events of a stream after a revision, oldest first.
    func events(in stream: StreamName, after revision: Revision) throws -> [RecordedEvent]
    /// The events of the log after a position, oldest first, at most `limit`.
    func events(after position: Position, limit: Int) throws -> [RecordedEvent]
    /// The offset of the newest feed entry, `.start` when there is none.
    func feedHead() throws -> FeedOffset
    /// The feed after an offset, at most `limit` entries and about `maxBytes` bytes, but always one if there is one.
    func feed(after offset: FeedOffset, limit: Int, maxBytes: Int) throws -> [FeedEntry]
    /// How far each consumer of this store's feed says it has come.
    func acknowledgements() throws -> [String: FeedOffset]
    /// One document, or `nil`.
    func document(_ key: String, in collection: DocumentCollection) throws -> Data?
    /// All documents whose key begins with `prefix`, in the order of their keys' bytes.
    func documents(in collection: DocumentCollection, prefix: String) throws -> [StoredDocument]
    /// Whether an event of another source was already applied here.
    func hasReceived(id: String, from source: String) throws -> Bool
    /// How far this store has come in another plug-in's feed, or `nil` when it never heard of it.
    func cursor(in feed: String) throws -> FeedCursor?
    /// The answer once given under a key.
    func reply(for key: UUID) throws -> StoredReply?
    /// How far a projection has come: its version and the last position it applied.
    func checkpoint(of projection: String) throws -> ProjectionCheckpoint?
}

/// Changes a store.
///
/// Valid only inside the closure that received it.
package protocol StoreTransaction: StoreReader {
    /// Appends events to a stream.
    ///
    /// - Throws: ``EventStoreError/wrongRevision(stream:expected:actual:)`` for a stale writer,
    ///   ``EventStoreError/duplicateEvent(_:)`` for an identifier that is already in the log.
    func append(_ events: [NewEvent], to stream: StreamName, expecting: ExpectedRevision) throws -> [RecordedEvent]
    /// Adds an entry to the feed; the body is made when the offset is known.
    @discardableResult
    func publish(topic: String, body: (FeedOffset) throws -> Data) throws -> FeedEntry
    /// Notes how far a consumer has come; never moves backwards.
    func acknowledge(consumer: String, upTo offset: FeedOffset) throws
    /// Writes or replaces a document.
    func put(_ body: Data, at key: String, in collection: DocumentCollection) throws
    /// Deletes a document; nothing happens when there is none.
    func removeDocument(_ key: String, in collection: DocumentCollection) throws
    /// Deletes all documents of a collection.
    func clear(_ collection: DocumentCollection) throws
    /// Notes that an event of another source has been applied.
    func markReceived(id: String, from source: String) throws
    /// Moves the cursor in another plug-in's feed.
    func setCursor(_ cursor: FeedCursor, in feed: String) throws
    /// Keeps the answer to a command.
    func keepReply(_ reply: StoredReply, for key: UUID) throws
    /// Notes how far a projection has come.
    func setCheckpoint(_ checkpoint: ProjectionCheckpoint, of projection: String) throws
}
