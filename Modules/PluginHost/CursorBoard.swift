import Contracts
import EventSourcing
import Synchronization

/// Shows how far a plug-in has come in the feeds that it follows, and lets a request wait until it has come far enough.
///
/// So one who has just been told of an event by one service can ask another without racing it.
final class CursorBoard: Sendable {
    private struct Waiter {
        let marks: [FeedMark]
        let until: ContinuousClock.Instant
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var cursors: [String: FeedCursor] = [:]
        var halted: [String: String] = [:]
        var failing: [String: String] = [:]
        var waiters: [Waiter] = []
        var isClosed = false
    }

    private let state: Mutex<State>

    init(_ cursors: [String: FeedCursor]) { state = Mutex(State(cursors: cursors)) }

    /// How far the plug-in has come, per feed.
    var cursors: [String: FeedCursor] { state.withLock(\.cursors) }

    /// The feeds that are no longer followed, with the reason.
    var halted: [String: String] { state.withLock(\.halted) }

    /// The feeds whose next event cannot be applied and is tried again and again, with the reason.
    var failing: [String: String] { state.withLock(\.failing) }

    /// Notes that the next event of a feed could not be applied.
    func fail(_ feed: String, because reason: String) { state.withLock { $0.failing[feed] = reason } }

    /// Notes that a feed is no longer followed.
    func halt(_ feed: String, because reason: String) { state.withLock { $0.halted[feed] = reason } }

    /// Notes that a feed is followed after all.
    func resume(_ feed: String) { state.withLock { $0.halted[feed] = nil } }

    /// How many requests wait.
    var waiting: Int { state.withLock(\.waiters.count) }

    /// Notes progress and lets go who waited for it.
    func advance(_ feed: String, to cursor: FeedCursor) {
        let ready = state.withLock { state in
            state.cursors[feed] = cursor
            state.failing[feed] = nil
            let ready = state.waiters.filter { Self.isReached($0.marks, state.cursors) }
            state.waiters.removeAll { Self.isReached($0.marks, state.cursors) }
            return ready
        }
        for waiter in ready { waiter.continuation.resume(returning: true) }
    }

    /// Waits until the marks are reached; false when that takes too long.
    ///
    /// Marks of feeds that are not followed here say nothing about this plug-in and count as reached.
    func reached(_ marks: [FeedMark], within limit: Duration) async -> Bool {
        await withCheckedContinuation { continuation in
            let isReached: Bool? = state.withLock { state in
                if Self.isReached(marks, state.cursors) { return true }
                if state.isClosed { return false }
                state.waiters.append(Waiter(marks: marks, until: .now + limit, continuation: continuation))
                return nil
            }
            if let isReached { continuation.resume(returning: isReached) }
        }
    }

    /// Lets go who has waited too long.
    func expire(at now: ContinuousClock.Instant) {
        let late = state.withLock { state in
            let late = state.waiters.filter { $0.until <= now }
            state.waiters.removeAll { $0.until <= now }
            return late
        }
        for waiter in late { waiter.continuation.resume(returning: false) }
    }

    /// Lets go everyone, and whoever comes later: nobody follows the feeds any more.
    func close() {
        let left = state.withLock { state in
            state.isClosed = true
            let left = state.waiters
            state.waiters = []
            return left
        }
        for waiter in left { waiter.continuation.resume(returning: false) }
    }

    private static func isReached(_ marks: [FeedMark], _ cursors: [String: FeedCursor]) -> Bool {
        marks.allSatisfy { mark in
            guard mark.offset > 0, let cursor = cursors[mark.feed] else { return true }
            return cursor.epoch.description == mark.epoch && cursor.offset.value >= mark.offset
        }
    }
}
