import EventSourcing
import FoundationEssentials
import Testing

extension ChannelName {
    static func sample(_ text: String = "politie-mn") throws -> ChannelName { try #require(ChannelName(text)) }
}

extension HeardEnvelope {
    /// An envelope as the gateway would hear it, told apart by its identifier.
    static func sample(
        _ id: String,
        topic: String = "e/certification/gm0344/g0001/certificaat-verleend/",
        subject: String = "g0001",
        body: String? = nil
    ) -> HeardEnvelope {
        HeardEnvelope(
            source: "urn:kvo:certification",
            id: id,
            topic: topic,
            subject: subject,
            body: Data((body ?? "body of \(id)").utf8),
            heardAt: .sample(1)
        )
    }
}

extension Instant {
    /// A moment some seconds after a day in 2026.
    static func sample(_ seconds: Int64) -> Instant {
        Instant(microseconds: 1_795_000_000_000_000 + seconds * 1_000_000)
    }
}

extension ParkedEntry {
    static func sample(
        _ offset: Int64,
        of feed: String = "planning",
        subject: String = "g0001",
        reason: String = "the run is not known here",
        attempts: Int = 5
    ) -> ParkedEntry {
        ParkedEntry(
            feed: feed,
            offset: FeedOffset(offset),
            topic: "e/planning/gm0344/g0001/plan-vastgesteld/",
            subject: subject,
            body: Data("entry \(offset) of \(feed)".utf8),
            reason: reason,
            attempts: attempts,
            parkedAt: .sample(offset)
        )
    }
}

extension StoreTransaction {
    /// Keeps an envelope and delivers it.
    @discardableResult
    func deliver(
        _ envelope: HeardEnvelope,
        to channel: ChannelName,
        at: Instant = .sample(2)
    ) throws -> FeedOffset? {
        try deliver(envelope: try keep(envelope), to: channel, at: at)
    }
}

extension EventStore {
    /// Delivers envelopes with these identifiers, in one transaction.
    func deliver(_ ids: String..., to channel: ChannelName) async throws {
        try await write { transaction in
            for id in ids { try transaction.deliver(.sample(id), to: channel) }
        }
    }

    /// All that a channel serves.
    func entries(of channel: ChannelName, after offset: FeedOffset = .start) async throws -> [FeedEntry] {
        try await read { try $0.entries(of: channel, after: offset, limit: .max, maxBytes: .max) }
    }

    /// The texts of all that a channel serves.
    func texts(of channel: ChannelName, after offset: FeedOffset = .start) async throws -> [String] {
        try await entries(of: channel, after: offset).map { String(decoding: $0.body, as: UTF8.self) }
    }

    /// The state of a channel.
    func state(of channel: ChannelName) async throws -> ChannelState { try await read { try $0.state(of: channel) } }
}
