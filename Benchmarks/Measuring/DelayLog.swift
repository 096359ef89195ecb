import Synchronization

/// The moments at which events were committed and applied.
final class DelayLog: Sendable {
    private struct Moments {
        var committed: [Int64: ContinuousClock.Instant] = [:]
        var applied: [Int64: ContinuousClock.Instant] = [:]
    }

    private let moments = Mutex(Moments())
    private let news: AsyncStream<Void>
    private let putNews: AsyncStream<Void>.Continuation

    init() { (news, putNews) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func commit(_ offset: Int64, at moment: ContinuousClock.Instant) {
        moments.withLock { $0.committed[offset] = moment }
        putNews.yield()
    }

    func apply(_ offsets: [Int64], at moment: ContinuousClock.Instant) {
        moments.withLock { moments in
            for offset in offsets { moments.applied[offset] = moment }
        }
        putNews.yield()
    }

    /// The milliseconds between the two, of each event that has both.
    var delays: [Double] {
        moments.withLock { moments in
            moments.committed.compactMap { offset, committed in
                moments.applied[offset].map { committed.duration(to: $0) / .milliseconds(1) }
            }
        }
    }

    /// Waits until so many events have both moments.
    func finished(_ count: Int) async {
        for await _ in news where delays.count >= count { return }
    }
}
