import Glibc

/// Guards a value with a POSIX mutex.
///
/// `Mutex` of the standard library would do, but the thread sanitizer cannot see its futex calls and reports every
/// access under it as a race; with this lock a report of the sanitizer means something.
///
/// Soundness: the mutex is freed with the lock that owns it, and the value is reached between lock and unlock only.
@safe
final class Lock<Value>: Sendable {
    // Sound because both are reached only between lock and unlock, and the mutex keeps one address for its life.
    nonisolated(unsafe) private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    nonisolated(unsafe) private var value: Value

    init(_ value: sending Value) {
        unsafe self.value = value
        unsafe mutex = .allocate(capacity: 1)
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe pthread_mutex_init(mutex, nil)
    }

    deinit {
        unsafe pthread_mutex_destroy(mutex)
        unsafe mutex.deallocate()
    }

    /// Runs a short body that must not wait for anything.
    func withLock<Result>(_ body: (inout sending Value) throws -> sending Result) rethrows -> sending Result {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        return try unsafe body(&value)
    }
}
