import Bus
import EventSourcing
import Synchronization

/// A channel of a store as a door serves it.
struct ChannelService: FeedService {
    let store: InMemoryEventStore
    let channel: ChannelName
    let heads: AsyncStream<FeedOffset>
    let bell: Bell

    var epoch: Epoch { store.epoch }
    var now: Instant { Instant(microseconds: 1_795_431_600_000_000) }

    func head() async throws -> FeedOffset { try await store.read { try $0.state(of: channel).head } }
    func floor() async throws -> FeedOffset { try await store.read { try $0.state(of: channel).floor } }

    func entries(after offset: FeedOffset, limit: Int, maxBytes: Int) async throws -> [FeedEntry] {
        try await store.read { try $0.entries(of: channel, after: offset, limit: limit, maxBytes: maxBytes) }
    }

    func snapshot(
        asOf: FeedOffset,
        after offset: FeedOffset,
        limit: Int,
        maxBytes: Int
    ) async throws -> [FeedEntry] {
        try await store.read {
            try $0.snapshot(of: channel, after: offset, asOf: asOf, limit: min(limit, 2), maxBytes: maxBytes)
        }
    }

    func acknowledged(by consumer: String) async throws -> FeedOffset {
        try await store.read { try $0.progress(of: channel).first { $0.consumer == consumer }?.offset ?? .start }
    }

    func acknowledge(consumer: String, upTo offset: FeedOffset) async throws {
        try await store.write { try $0.acknowledge(channel: channel, consumer: consumer, upTo: offset, at: now) }
        bell.noteAcknowledgement(offset.value)
    }

    func notePark(consumer: String, offset: FeedOffset, reason: String) async throws {}
}

/// Tells the door that is open of new events, and a test of what was acknowledged.
final class Bell: Sendable {
    let acknowledgements: AsyncStream<Int64>
    private let putAcknowledgement: AsyncStream<Int64>.Continuation
    private let last = Mutex<Int64>(0)
    private let heads = Mutex<AsyncStream<FeedOffset>.Continuation?>(nil)

    init() { (acknowledgements, putAcknowledgement) = AsyncStream.makeStream() }

    /// The last offset that was acknowledged.
    var acknowledged: Int64 { last.withLock(\.self) }

    func newHeads() -> AsyncStream<FeedOffset> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: FeedOffset.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        heads.withLock { $0 = continuation }
        return stream
    }

    func ring(_ head: FeedOffset) { _ = heads.withLock { $0?.yield(head) } }

    func noteAcknowledgement(_ offset: Int64) {
        last.withLock { $0 = max($0, offset) }
        putAcknowledgement.yield(offset)
    }
}
