import EventSourcing
import Glibc
import Synchronization

/// Keeps other processes, and other stores in this one, from opening the same file for writing.
///
/// The lock is on a file of its own beside the database: closing any descriptor of the database file would drop
/// SQLite's own locks on it (POSIX). The kernel releases it when the process ends in whatever way.
final class FileLock: Sendable {
    private let descriptor: Mutex<Int32?>

    init(guarding path: String) throws(EventStoreError) {
        let descriptor = try Self.openFile(path + ".lock", beside: path)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            Glibc.close(descriptor)
            throw reason == EWOULDBLOCK
                ? .unavailable("\(path) is in use by another process or store. Stop that one first.")
                : .unavailable("\(path) cannot be locked: \(Self.text(of: reason)).")
        }
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    /// Lets others open the file.
    func release() {
        guard let descriptor = descriptor.withLock({ $0.take() }) else { return }
        // A child being started holds a copy of the descriptor until it runs its program; closing alone would leave
        // the lock with it that long.
        flock(descriptor, LOCK_UN)
        Glibc.close(descriptor)
    }

    /// Makes the file, readable and writable by its owner only, unless it is there.
    static func makeFile(_ path: String) throws(EventStoreError) {
        Glibc.close(try openFile(path, beside: path))
    }

    private static func openFile(_ path: String, beside store: String) throws(EventStoreError) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? .unavailable("the folder of \(store) does not exist. Make it, or name another path.")
                : .unavailable("\(path) cannot be opened for writing: \(text(of: errno)).")
        }
        return descriptor
    }

    private static func text(of code: Int32) -> String { String(cString: strerror(code)) }
}
