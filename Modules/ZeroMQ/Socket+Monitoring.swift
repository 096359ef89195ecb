import CZeroMQ

/// Soundness: the loop and the pointers to both sockets are used only on the thread that owns them and while they are open; the
/// address is a local text that lives until the call has returned.
extension Socket {
    /// Hands the events of this socket's connections to a handler on the messaging thread, until the socket closes.
    ///
    /// Call it before `bind` or `connect`, so that no event is missed; a second call replaces the handler.
    ///
    /// - Throws: `ZeroMQError` when the socket is closed or a limit is reached.
    package func monitor(_ handler: @escaping (SocketEvent) -> Void) throws(ZeroMQError) {
        let handle = unsafe try openHandle(.monitor)
        let receive: ([Frames]) -> Void = { batch in batch.compactMap(SocketEvent.init).forEach(handler) }
        if let eventSocket {
            eventSocket.onReceive = receive
            return
        }
        let number = unsafe ioThread.loop.nextMonitorNumber()
        let endpoint = LocalEndpoint(inproc: "monitor-\(number)")
        guard unsafe zmq_socket_monitor(handle, endpoint.description, ZMQ_EVENT_ALL) == 0 else {
            throw failure(.system(zmq_errno()), .monitor)
        }
        let events = try ioThread.makeSocket(.pair)
        eventSocket = events
        events.onReceive = receive
        try events.connect(endpoint)
    }

    /// Ends the monitor; without this the end of the context would wait for it for ever.
    @unsafe
    func stopMonitoring(_ handle: UnsafeMutableRawPointer) {
        guard let eventSocket else { return }
        unsafe zmq_socket_monitor(handle, nil, 0)
        eventSocket.close()
        self.eventSocket = nil
    }
}
