import FoundationEssentials

/// All that an ``InMemoryEventStore`` holds.
struct InMemoryContent: Sendable {
    /// A message of another source that was applied here.
    struct Receipt: Hashable, Sendable {
        let source: String
        let id: String
    }

    /// A text that is equal to another only when its bytes are, as in a database; `String` also equates other
    /// spellings of the same characters.
    struct Bytes: Hashable, Comparable, Sendable {
        let utf8: [UInt8]

        init(_ text: String) { utf8 = Array(text.utf8) }

        static func < (left: Bytes, right: Bytes) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
    }

    var log: [RecordedEvent] = []
    /// The places in `log` of each stream's events.
    var streams: [StreamName: [Int]] = [:]
    var eventIDs: Set<UUID> = []
    var feed: [FeedEntry] = []
    var documents: [DocumentCollection: [Bytes: StoredDocument]] = [:]
    var receipts: Set<Receipt> = []
    var cursors: [String: FeedCursor] = [:]
    var replies: [UUID: StoredReply] = [:]
    var acknowledgements: [String: FeedOffset] = [:]
    var checkpoints: [String: ProjectionCheckpoint] = [:]
    var envelopes = InMemoryEnvelopes()
    var channels: [ChannelName: InMemoryChannel] = [:]
    var progress: [ChannelName: [Bytes: ConsumerProgress]] = [:]
    var parked = InMemoryParking()

    var feedHead: FeedOffset { FeedOffset(Int64(feed.count)) }

    func revision(of stream: StreamName) -> Revision { Revision(Int64(streams[stream]?.count ?? 0)) }

    subscript(document key: String, collection: DocumentCollection) -> StoredDocument? {
        get { documents[collection]?[Bytes(key)] }
        set { documents[collection, default: [:]][Bytes(key)] = newValue }
    }
}
