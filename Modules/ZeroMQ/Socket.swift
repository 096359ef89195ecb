import CZeroMQ

/// Names why a socket ended.
package enum CloseReason: Hashable, Sendable {
    /// Its owner closed it.
    case closed
    /// The messaging thread was shut down.
    case terminated
}

/// Sends and receives multipart messages on the messaging thread that made it, and stops the process elsewhere.
///
/// It never blocks. Its handlers are released when it closes, so a handler may hold on to the socket's owner.
@safe
package final class Socket {
    /// Counts the messages handed over at once, at most, before jobs and other sockets get their turn.
    package static let largestBatch = 1000

    package let kind: SocketKind
    package let options: SocketOptions
    /// Holds the address last bound or connected to, for error sentences.
    package internal(set) var endpoint: Address?

    /// Receives each batch of complete messages, on the messaging thread; it must not block.
    ///
    /// A socket without a handler is not read: messages stay in the library's bounded queue and then with their senders.
    /// The handler may be taken away and given again, which loses nothing. The exception is XPUB, whose
    /// subscriptions would pile up in the library: those are read and dropped.
    package var onReceive: (([Frames]) -> Void)? {
        willSet { ioThread.requireCurrent() }
    }

    let ioThread: IOThread
    /// Tells how the socket is secured, once it was bound or connected.
    var security: SocketSecurity?
    private var handle: UnsafeMutableRawPointer?
    private var closeReason: CloseReason?
    private var closeHandlers: [(CloseReason) -> Void] = []
    /// Carries the library's events about this socket, if somebody asked for them.
    var eventSocket: Socket?

    @unsafe
    init(handle: UnsafeMutableRawPointer, kind: SocketKind, options: SocketOptions, of thread: IOThread) {
        unsafe self.handle = handle
        self.kind = kind
        self.options = options
        ioThread = thread
    }

    /// Tells whether the socket can still be used.
    package var isOpen: Bool { closeReason == nil }

    /// Adds a handler that hears once, on the messaging thread, that the socket ended; at once if it already has.
    package func addCloseHandler(_ handler: @escaping (CloseReason) -> Void) {
        ioThread.requireCurrent()
        if let closeReason { handler(closeReason) } else { closeHandlers.append(handler) }
    }

    /// Drops what was not yet sent and ends the socket; a second call does nothing.
    ///
    /// The library frees the address a moment later; `bind` waits for that.
    package func close() {
        end(.closed)
    }

    func end(_ reason: CloseReason) {
        ioThread.requireCurrent()
        guard closeReason == nil, let handle = unsafe handle else { return }
        closeReason = reason
        unsafe self.handle = nil
        unsafe ioThread.loop.forget(self)
        unsafe stopMonitoring(handle)
        unsafe zmq_close(handle)
        onReceive = nil
        let handlers = closeHandlers
        closeHandlers = []
        for handler in handlers { handler(reason) }
    }

    /// Gives the library's socket after checking that the caller may use it.
    func openHandle(_ operation: ZeroMQError.Operation) throws(ZeroMQError) -> UnsafeMutableRawPointer {
        ioThread.requireCurrent()
        if let handle = unsafe handle { return unsafe handle }
        let code: ZeroMQError.Code = closeReason == .terminated ? .terminated : .closed
        throw ZeroMQError(code, operation, endpoint: endpoint?.description)
    }

    /// Makes an error about this socket.
    func failure(_ code: ZeroMQError.Code, _ operation: ZeroMQError.Operation) -> ZeroMQError {
        ZeroMQError(code, operation, endpoint: endpoint?.description)
    }
}
