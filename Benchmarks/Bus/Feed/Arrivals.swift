import EventSourcing
import Synchronization

/// How far a consumer has come, to be waited for.
final class Arrivals: Sendable {
    private let last = Mutex(FeedOffset.start)
    private let news: AsyncStream<Void>
    private let putNews: AsyncStream<Void>.Continuation

    init() { (news, putNews) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func note(_ offset: FeedOffset) {
        last.withLock { $0 = offset }
        putNews.yield()
    }

    /// Waits until the consumer has come so far.
    func reach(_ goal: FeedOffset) async {
        guard last.withLock({ $0 }) < goal else { return }
        for await _ in news where last.withLock({ $0 }) >= goal { return }
    }
}
