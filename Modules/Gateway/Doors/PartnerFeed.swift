import Bus
import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import GatewayPlugin
import PluginHost
import Scheme

/// One partner's feed as its door serves it: what was disclosed to it, and nothing else.
struct PartnerFeed: FeedService {
    let partner: PartnerID
    let channel: ChannelName
    let store: any EventStore
    let clock: HostClock
    let heads: AsyncStream<FeedOffset>

    private static let tooManyConsumers = FeedReply.Fault(
        .badRequest,
        EventStoreError.tooManyConsumers(of: "your feed").description + " Or have the operator forget one."
    )

    var epoch: Epoch { store.epoch }
    var now: Instant { clock.now }

    func head() async throws -> FeedOffset {
        try await store.read { [channel] in try $0.state(of: channel).head }
    }

    func floor() async throws -> FeedOffset {
        try await store.read { [channel] in try $0.state(of: channel).floor }
    }

    func entries(after offset: FeedOffset, limit: Int, maxBytes: Int) async throws -> [FeedEntry] {
        try await store.read { [channel] in
            try $0.entries(of: channel, after: offset, limit: limit, maxBytes: maxBytes)
        }
    }

    func snapshot(
        asOf: FeedOffset,
        after offset: FeedOffset,
        limit: Int,
        maxBytes: Int
    ) async throws -> [FeedEntry] {
        try await store.read { [channel] in
            try $0.snapshot(of: channel, after: offset, asOf: asOf, limit: limit, maxBytes: maxBytes)
        }
    }

    func acknowledged(by consumer: String) async throws -> FeedOffset {
        try await store.read { [partner, channel] reader in
            if let known = try reader.progress(of: channel).first(where: { $0.consumer == consumer }) {
                return known.offset
            }
            // Said when it introduces itself: nobody hears of an acknowledgement that was not kept.
            guard try PartnerConsumers.hasRoom(for: consumer, of: partner, channel, in: reader) else {
                throw Self.tooManyConsumers
            }
            return .start
        }
    }

    func acknowledge(consumer: String, upTo offset: FeedOffset) async throws {
        let now = clock.now
        try await store.write { [partner, channel] transaction in
            guard try PartnerConsumers.hasRoom(for: consumer, of: partner, channel, in: transaction) else {
                throw Self.tooManyConsumers
            }
            try transaction.acknowledge(channel: channel, consumer: consumer, upTo: offset, at: now)
        }
    }

    func notePark(consumer: String, offset: FeedOffset, reason: String) async throws {
        let trouble = PartnerTrouble(
            consumer: consumer,
            offset: offset.value,
            reason: reason,
            at: clock.now.microseconds
        )
        try await store.write { [partner, channel] transaction in
            guard try PartnerConsumers.hasRoom(for: consumer, of: partner, channel, in: transaction) else {
                throw Self.tooManyConsumers
            }
            try trouble.keep(of: partner, in: transaction)
        }
    }
}
