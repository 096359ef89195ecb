import Glibc
import Synchronization

/// Soundness: an unowned reference to this executor is held only by actors that keep a strong one as well, and a job is
/// run once, on the thread that serves this executor.
extension IOThread: SerialExecutor {
    /// Takes a piece of an actor's work, from any thread.
    package func enqueue(_ job: consuming ExecutorJob) {
        add(.job(UnownedJob(job)))
    }

    /// Gives the value for an actor's `unownedExecutor`.
    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        unsafe UnownedSerialExecutor(ordinary: self)
    }

    /// Lets `assumeIsolated` pass in handlers that the thread calls outside an actor's job.
    package func checkIsolated() {
        requireCurrent()
    }

    package func isIsolatingCurrentContext() -> Bool? {
        isCurrent
    }

    /// Runs a closure on the thread, from any thread, in the order of the calls.
    package func post(_ body: @escaping @Sendable () -> Void) {
        add(.closure(body))
    }

    func add(_ item: sending WorkQueue.Work) {
        let needsDrainer = work.withLock { work in
            work.items.append(item)
            guard work.phase == .stopped, !work.isDraining else { return false }
            work.isDraining = true
            return true
        }
        if needsDrainer { startDrainer() } else { wake() }
    }

    /// Ends the thread's sleep; a burst of calls costs one write.
    func wake() {
        guard !isWakePending.exchange(true, ordering: .acquiringAndReleasing) else { return }
        wakeUp.signal()
    }

    func serve(_ items: [WorkQueue.Work]) {
        for item in items {
            switch item {
            case .job(let job): unsafe job.runSynchronously(on: asUnownedSerialExecutor())
            case .closure(let body): body()
            }
        }
    }

    /// Runs work that came after the stop on a short-lived thread, so that no task waits for ever.
    ///
    /// The sockets are closed by then: every operation on them throws `terminated`.
    func startDrainer() {
        do {
            let drainer = try startThread { $0.drain() }
            pthread_detach(drainer)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private func drain() {
        SystemCall.blockSignals()
        servingThread.store(SystemCall.currentThread, ordering: .releasing)
        while true {
            let items = work.withLock { work in
                if work.items.isEmpty {
                    servingThread.store(0, ordering: .releasing)
                    work.isDraining = false
                }
                return work.takeItems()
            }
            guard !items.isEmpty else { return }
            serve(items)
        }
    }
}
