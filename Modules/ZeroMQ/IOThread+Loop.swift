import Glibc
import Synchronization

/// Soundness: the loop is touched here by the thread that owns it, for as long as that thread serves.
extension IOThread {
    /// Serves jobs, timers and sockets in turn until the stop.
    func run() {
        SystemCall.blockSignals()
        SystemCall.nameCurrentThread("zeromq")
        servingThread.store(SystemCall.currentThread, ordering: .releasing)
        while true {
            // Cleared before the items are taken: what is added later signals again.
            isWakePending.store(false, ordering: .sequentiallyConsistent)
            let (items, isStopping) = work.withLock { ($0.takeItems(), $0.phase == .stopping) }
            serve(items)
            if isStopping { break }
            unsafe loop.turn()
        }
        unsafe loop.terminate()
        let (waiters, needsDrainer) = work.withLock { work in
            servingThread.store(0, ordering: .releasing)
            work.phase = .stopped
            work.isDraining = !work.items.isEmpty
            let waiters = work.stopWaiters
            work.stopWaiters = []
            return (waiters, work.isDraining)
        }
        if needsDrainer { startDrainer() }
        for waiter in waiters { waiter.resume() }
    }
}

/// Soundness: each use of the loop comes after it was checked that the caller is on the thread that owns it.
extension IOThread {
    /// Opens a socket, neither bound nor connected; only from code on this thread.
    ///
    /// - Throws: `ZeroMQError` when the thread is shut down, a limit is reached, or an option is out of range.
    package func makeSocket(_ kind: SocketKind, _ options: SocketOptions? = nil) throws(ZeroMQError) -> Socket {
        requireCurrent()
        return try unsafe loop.makeSocket(kind, options ?? SocketOptions(for: kind), of: self)
    }

    /// Runs a closure once on this thread after a time; only from code on this thread.
    ///
    /// The clock is monotonic. Timers that are still waiting at the shutdown never run.
    @discardableResult
    package func schedule(after delay: Duration, _ body: @escaping () -> Void) -> TimerID {
        requireCurrent()
        return unsafe loop.timers.add(at: ContinuousClock.now + delay, body)
    }

    /// Forgets a timer, also one that has already run; only from code on this thread.
    package func cancel(_ timer: TimerID) {
        requireCurrent()
        unsafe loop.timers.remove(timer)
    }
}
