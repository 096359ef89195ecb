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

    /// Tells after each commit that something was written; a slow listener is told once of several.
    ///
    /// Has one listener. What has changed is read from the store.
    var changes: AsyncStream<Void> { get }

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
    /// All channels to which something was delivered.
    func channels() throws -> [ChannelName: ChannelState]
    /// From where to where a channel can be followed; `.none` for one to which nothing was delivered.
    func state(of channel: ChannelName) throws -> ChannelState
    /// A channel after an offset, at most `limit` entries and about `maxBytes` bytes, but always one if there is one.
    ///
    /// It begins above the channel's floor, so with an `offset` below the floor there is a hole before the first
    /// entry. Whoever follows the channel has to be told so: compare ``state(of:)`` in the same read.
    func entries(of channel: ChannelName, after offset: FeedOffset, limit: Int, maxBytes: Int) throws -> [FeedEntry]
    /// The disclosure log of a channel after an offset: what was delivered at `since` or later, at most `limit`.
    ///
    /// It is never trimmed.
    func deliveries(of channel: ChannelName, after offset: FeedOffset, since: Instant?, limit: Int) throws -> [Delivery]
    /// A page of a channel as it stood at `asOf`: of every topic and subject the newest one among the entries up to there.
    ///
    /// The newest is the one that was heard last; a back-fill may have given it a lower offset than older ones.
    ///
    /// The pages of one snapshot have one `asOf`, and each begins after the last offset of the one before; the last
    /// page is the one after which nothing comes. What is delivered between two pages changes none of them, and
    /// trimming neither. The limits are those of ``entries(of:after:limit:maxBytes:)``.
    func snapshot(
        of channel: ChannelName,
        after offset: FeedOffset,
        asOf: FeedOffset,
        limit: Int,
        maxBytes: Int
    ) throws -> [FeedEntry]
    /// How far each consumer of a channel says it has come, in the order of their names' bytes.
    func progress(of channel: ChannelName) throws -> [ConsumerProgress]
    /// The envelopes after a number, in the order in which they were heard, at most `limit`.
    func envelopes(after number: Int64, limit: Int) throws -> [(number: Int64, envelope: HeardEnvelope)]
    /// The parked entries of a feed, or of all, by feed and offset, at most `limit`.
    func parked(of feed: String?, limit: Int) throws -> [ParkedEntry]
    /// Whether an entry of a subject is parked; never for the empty subject, behind which nothing waits.
    func isParked(subject: String, of feed: String) throws -> Bool
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
    ///
    /// - Throws: ``EventStoreError/tooManyConsumers(of:)`` for a new name when the feed has
    ///   ``EventStoreError/mostConsumers``.
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
    /// Keeps an envelope and returns its number, from 1 and dense.
    ///
    /// One that is known by its source and identifier has the number it got then, and stays as it was.
    func keep(_ envelope: HeardEnvelope) throws -> Int64
    /// Adds a kept envelope to a channel and returns its offset there, or `nil` when the channel has it already.
    ///
    /// - Throws: ``EventStoreError/unknownEnvelope(_:)`` when no envelope has that number.
    func deliver(envelope number: Int64, to channel: ChannelName, at: Instant) throws -> FeedOffset?
    /// Notes how far a consumer of a channel has come; never moves backwards.
    ///
    /// - Throws: ``EventStoreError/tooManyConsumers(of:)`` for a new name when the channel has
    ///   ``EventStoreError/mostConsumers``.
    func acknowledge(channel: ChannelName, consumer: String, upTo offset: FeedOffset, at: Instant) throws
    /// Forgets a consumer of a channel and returns how far it had come, or `nil` when the channel does not know it.
    func forget(consumer: String, of channel: ChannelName) throws -> FeedOffset?
    /// Ends the serving of a channel's entries up to an offset; a snapshot and the disclosure log stay whole.
    ///
    /// The floor never moves backwards and never comes above the head.
    func trim(_ channel: ChannelName, upTo floor: FeedOffset) throws
    /// Parks an entry, or replaces what is known of one that is parked.
    func park(_ entry: ParkedEntry) throws
    /// Takes an entry from among the parked ones; nothing happens when it is not there.
    func unpark(feed: String, offset: FeedOffset) throws
    /// Takes back what `body` did when it throws, and throws that on; all the rest of the transaction stays.
    ///
    /// One may stand inside another. After some failures, such as a full disk, the whole transaction is lost; then
    /// every later change throws as well.
    @discardableResult
    func attempt<Result>(_ body: () throws -> Result) throws -> Result
}
