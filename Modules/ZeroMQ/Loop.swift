import CZeroMQ
import Glibc

/// Holds what only the messaging thread touches: the context, its sockets and its timers.
///
/// Soundness: `IOThread` owns it and uses it on the serving thread only, which it has checked; the context is closed
/// once, after the sockets, and every buffer is a local one that outlives the call to which it is lent.
@safe
final class Loop {
    var timers = TimerQueue()
    private var context: UnsafeMutableRawPointer?
    private var sockets: [Socket] = []
    private let wakeDescriptor: Int32
    private var monitorCount = 0

    var socketCount: Int { sockets.count }

    init(wakeDescriptor: Int32) throws(ZeroMQError) {
        self.wakeDescriptor = wakeDescriptor
        unsafe context = zmq_ctx_new()
        guard let context = unsafe context else { throw ZeroMQError(.system(zmq_errno()), .start) }
        // Sockets that nobody configured do not linger either: the end of the context never waits for a peer.
        unsafe zmq_ctx_set(context, ZMQ_BLOCKY, 0)
    }

    func makeSocket(_ kind: SocketKind, _ options: SocketOptions, of thread: IOThread) throws(ZeroMQError) -> Socket {
        guard let context = unsafe context else { throw ZeroMQError(.terminated, .open) }
        guard let handle = unsafe zmq_socket(context, kind.number) else {
            let number = zmq_errno()
            throw ZeroMQError(number == EMFILE ? .limitReached : .system(number), .open)
        }
        let socket = unsafe Socket(handle: handle, kind: kind, options: options, of: thread)
        sockets.append(socket)
        do throws(ZeroMQError) {
            try socket.applyOptions()
        } catch {
            socket.close()
            throw error
        }
        return socket
    }

    func forget(_ socket: Socket) {
        sockets.removeAll { $0 === socket }
    }

    /// Runs due timers, then sleeps until there is work, a timer or a message, and hands over what arrived.
    func turn() {
        let now = ContinuousClock.now
        while let body = timers.popDue(at: now) { body() }
        let polled = sockets
        var items = unsafe [zmq_pollitem_t(socket: nil, fd: wakeDescriptor, events: Int16(ZMQ_POLLIN), revents: 0)]
        unsafe items.append(contentsOf: polled.map { unsafe $0.pollItem })
        // An interrupted call is a turn without messages: the next one asks again.
        guard unsafe zmq_poll(&items, Int32(items.count), pollTimeout) > 0 else { return }
        if unsafe items[0].revents != 0 { clearWakeUp() }
        for (index, socket) in polled.enumerated() where unsafe items[index + 1].revents != 0 {
            socket.serve()
        }
    }

    /// Closes everything and ends the context; a second call does nothing.
    func terminate() {
        guard let context = unsafe context else { return }
        unsafe self.context = nil
        timers.removeAll()
        for socket in sockets { socket.end(.terminated) }
        unsafe zmq_ctx_shutdown(context)
        _ = retrying { unsafe zmq_ctx_term(context) }
    }

    /// Numbers the monitors of this context: the library frees an address within the process only after a while.
    func nextMonitorNumber() -> Int {
        monitorCount += 1
        return monitorCount
    }

    /// Counts the milliseconds until the next timer, rounded up; -1 stands for no end.
    private var pollTimeout: Int {
        guard let deadline = timers.nextDeadline else { return -1 }
        let remaining = deadline - ContinuousClock.now
        guard remaining > .zero else { return 0 }
        return Int(clamping: remaining.milliseconds(.up))
    }

    private func clearWakeUp() {
        var count: eventfd_t = 0
        unsafe eventfd_read(wakeDescriptor, &count)
    }
}
