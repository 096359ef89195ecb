import Synchronization

/// Counts down to the end of something, or never ends.
final class Countdown: Sendable {
    private let left: Mutex<Int>?
    private let (ends, end) = AsyncStream.makeStream(of: Never.self)

    init(_ count: Int?) {
        left = count.map { Mutex($0) }
        if count == 0 { end.finish() }
    }

    /// Takes one; false when none is left.
    func take() -> Bool {
        let rest: Int? = left?.withLock { left in
            left -= 1
            return left
        }
        guard let rest else { return true }
        if rest <= 0 { end.finish() }
        return rest >= 0
    }

    /// Returns when the last one has been taken, or when the task is cancelled.
    func finished() async {
        for await _ in ends {}
    }
}
