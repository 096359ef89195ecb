import CZeroMQ
import Glibc

/// Owns one `zmq_msg_t` and closes it exactly once.
///
/// The structure stays at one address for its life, since the library does not promise that it can be moved.
@safe
package struct Message: ~Copyable {
    private let raw: UnsafeMutablePointer<zmq_msg_t>

    /// Makes an empty message, ready to receive into.
    package init() {
        unsafe raw = .allocate(capacity: 1)
        unsafe raw.initialize(to: zmq_msg_t())
        unsafe zmq_msg_init(raw)
    }

    deinit {
        unsafe zmq_msg_close(raw)
        unsafe raw.deallocate()
    }

    /// Counts the bytes.
    package var count: Int { unsafe zmq_msg_size(raw) }

    /// Tells whether another part of the same multipart message follows.
    package var hasMore: Bool { unsafe zmq_msg_more(raw) != 0 }

    /// Copies the bytes out.
    package var bytes: [UInt8] { unsafe Array(UnsafeRawBufferPointer(start: zmq_msg_data(raw), count: count)) }

    /// Reads a property of the connection that the message came over, such as `User-Id`; `nil` if it has none.
    func property(_ name: String) -> String? {
        unsafe zmq_msg_gets(raw, name).map { unsafe String(cString: $0) }
    }

    /// Takes the next part from a socket; gives the error number when there is none.
    mutating func receive(from socket: UnsafeMutableRawPointer) -> Int32? {
        retrying { unsafe zmq_msg_recv(raw, socket, ZMQ_DONTWAIT) }
    }
}

/// Repeats a library call that a signal interrupted; gives the error number of a failure.
func retrying(_ call: () -> Int32) -> Int32? {
    while call() < 0 {
        let number = zmq_errno()
        guard number == EINTR else { return number }
    }
    return nil
}
