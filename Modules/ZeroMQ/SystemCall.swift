import CZeroMQ
import Glibc

/// Wraps the small system calls that the thread needs besides the messaging library.
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

    /// Tells whether a process listens on a Unix socket path: `nil` if there is no file at all.
    static func isListening(at path: String) -> Bool? {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { buffer in
            unsafe buffer.copyBytes(from: path.utf8.prefix(buffer.count - 1))
        }
        let status = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        if status == 0 { return true }
        return errno == ENOENT ? nil : false
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
