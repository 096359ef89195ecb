import EventSourcing
import Synchronization

/// Passes a store's new heads on to the ports that are open.
///
/// A store tells one listener, once; a port may be closed and followed by another one.
final class HeadRelay: Sendable {
    private struct Listeners {
        var last = 0
        var all: [Int: AsyncStream<FeedOffset>.Continuation] = [:]
    }

    private let listeners = Mutex(Listeners())

    /// The heads from now on, for one listener; those that it is too slow for are left out, but never the newest.
    var heads: AsyncStream<FeedOffset> {
        let (heads, listener) = AsyncStream.makeStream(of: FeedOffset.self, bufferingPolicy: .bufferingNewest(1))
        let number = listeners.withLock { listeners in
            listeners.last += 1
            listeners.all[listeners.last] = listener
            return listeners.last
        }
        listener.onTermination = { [weak self] _ in self?.forget(number) }
        return heads
    }

    /// Tells those who listen how far the feed has come.
    func pass(_ head: FeedOffset) {
        for listener in listeners.withLock({ Array($0.all.values) }) { listener.yield(head) }
    }

    private func forget(_ number: Int) { listeners.withLock { $0.all[number] = nil } }
}
