import CZeroMQ
import Glibc
import Synchronization

/// Owns one ZeroMQ context and the one operating-system thread on which all its sockets live.
///
/// It is the executor of every actor that works with sockets. Such an actor keeps a strong reference to it and
/// returns it as its `unownedExecutor`; its code then *is* on the thread, and a socket call needs no lock and no hop.
/// Code that runs here must never block: it would delay every socket of the process.
@safe
package final class IOThread: Sendable {
    let work = Lock(WorkQueue())
    let wakeUp: WakeUp
    let isWakePending = Atomic(false)
    /// Holds the kernel's number of the thread that may touch the sockets now, 0 for none.
    let servingThread = Atomic<Int32>(0)
    // Sound because every path to it first checks that it runs on the serving thread.
    nonisolated(unsafe) let loop: Loop
    private let thread = Lock<pthread_t?>(nil)

    /// Makes the context and starts the thread.
    ///
    /// - Throws: `ZeroMQError` when the system gives no thread, memory or descriptor.
    package init() throws(ZeroMQError) {
        wakeUp = try WakeUp()
        unsafe loop = try Loop(wakeDescriptor: wakeUp.descriptor)
        do throws(ZeroMQError) {
            let started = try startThread { $0.run() }
            thread.withLock { $0 = started }
        } catch {
            unsafe loop.terminate()
            throw error
        }
    }

    /// Closes all sockets without lingering, ends the context and waits until the thread is gone.
    ///
    /// Every socket's close handlers hear `terminated`. It can be called again, and from an actor on this thread.
    package func shutDown() async {
        await withCheckedContinuation { continuation in
            let isStopped = work.withLock { work in
                if work.phase == .stopped { return true }
                work.phase = .stopping
                work.stopWaiters.append(continuation)
                return false
            }
            if isStopped { continuation.resume() } else { wake() }
        }
        join()
    }

    /// Tells whether the caller runs on the thread that owns the sockets.
    package var isCurrent: Bool {
        servingThread.load(ordering: .acquiring) == SystemCall.currentThread
    }

    /// Stops the process when the caller is not on the thread that owns the sockets.
    func requireCurrent() {
        precondition(isCurrent, "A ZeroMQ socket or timer was used outside the messaging thread that owns it.")
    }

    private func join() {
        let started = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        guard let started else { return }
        pthread_join(started, nil)
    }

    /// Starts a thread that holds on to this object while it runs.
    func startThread(_ main: @escaping @Sendable (IOThread) -> Void) throws(ZeroMQError) -> pthread_t {
        var started = pthread_t()
        let start = unsafe Unmanaged.passRetained(ThreadStart(owner: self, main: main))
        let status = unsafe pthread_create(
            &started,
            nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let start = unsafe Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
                start.main(start.owner)
                return nil
            },
            start.toOpaque()
        )
        guard status == 0 else {
            unsafe start.release()
            throw ZeroMQError(.system(status), .start)
        }
        return started
    }
}

/// Carries a thread's work through the C interface, which takes one pointer.
private final class ThreadStart {
    let owner: IOThread
    let main: @Sendable (IOThread) -> Void

    init(owner: IOThread, main: @escaping @Sendable (IOThread) -> Void) {
        self.owner = owner
        self.main = main
    }
}
