import Dispatch
import Synchronization

/// Holds a store's writing thread inside a transaction until the test lets it go.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let isHeld = Atomic(false)

    /// Waits in the transaction; the thread is the database's own, so the tasks of the test go on.
    func hold() {
        isHeld.store(true, ordering: .releasing)
        semaphore.wait()
    }

    /// Waits until a transaction is held.
    func held() async {
        while !isHeld.load(ordering: .acquiring) { await Task.yield() }
    }

    func release() { semaphore.signal() }
}
