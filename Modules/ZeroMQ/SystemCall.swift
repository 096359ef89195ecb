import CZeroMQ
import Glibc

/// Wraps the small system calls that the thread needs besides the messaging library.
///
/// Soundness: each pointer is to a local value or text that lives until the call has returned, and none is kept.
enum SystemCall {
    /// Reads the kernel's number of the current thread, never 0.
    static var currentThread: Int32 { czeromq_thread_id() }

    /// Names the current thread in debuggers and process listings, with at most 15 bytes.
    static func nameCurrentThread(_ name: String) {
        unsafe czeromq_name_current_thread(name)
    }

    /// Gives the library's text of an error number.
    static func text(of number: Int32) -> String {
        unsafe zmq_strerror(number).map { unsafe String(cString: $0) } ?? "unknown"
    }

    /// Blocks the asynchronous signals, so that a handler of the process never interrupts a socket call.
    ///
    /// The signals of a fault stay open: they belong to this thread, and crash reports depend on them.
    static func blockSignals() {
        var signals = sigset_t()
        unsafe sigfillset(&signals)
        for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS] {
            unsafe sigdelset(&signals, fault)
        }
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Tells whether a directory exists.
    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Waits a few milliseconds on the current thread.
    static func pause(milliseconds: Int32) {
        poll(nil, 0, milliseconds)
    }
}
