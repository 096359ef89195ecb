import CZeroMQ
import Glibc

/// Owns the eventfd that ends the thread's sleep in `zmq_poll`.
struct WakeUp: ~Copyable {
    let descriptor: Int32

    init() throws(ZeroMQError) {
        descriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
        guard descriptor >= 0 else { throw ZeroMQError(.system(errno), .start) }
    }

    deinit { close(descriptor) }

    /// Makes the descriptor readable; never blocks.
    func signal() {
        eventfd_write(descriptor, 1)
    }
}
