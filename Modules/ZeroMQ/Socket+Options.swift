import CZeroMQ

/// Soundness: `openHandle` gives the library's pointer only on the thread that owns the socket and only while it is
/// open; every buffer is a local one that outlives the call to which it is lent, with its own size beside it.
extension Socket {
    /// A connection to a host that is gone ends after three times this, also where neither side pings.
    private static var keepaliveSeconds: Int32 { 4 }

    func applyOptions() throws(ZeroMQError) {
        var choices: [(name: Int32, value: Int32)] = [
            (ZMQ_LINGER, 0),
            (ZMQ_SNDHWM, options.sendHighWater),
            (ZMQ_RCVHWM, options.receiveHighWater),
            (ZMQ_HANDSHAKE_IVL, options.handshakeLimit.optionValue),
            (ZMQ_HEARTBEAT_IVL, options.heartbeatInterval.optionValue),
            (ZMQ_HEARTBEAT_TIMEOUT, options.heartbeatLimit.optionValue),
            (ZMQ_HEARTBEAT_TTL, options.heartbeatLimit.optionValue),
            (ZMQ_RECONNECT_IVL, options.reconnectInterval.optionValue),
            (ZMQ_RECONNECT_IVL_MAX, options.reconnectLimit?.optionValue ?? 0),
            (ZMQ_TCP_KEEPALIVE, 1),
            (ZMQ_TCP_KEEPALIVE_IDLE, Self.keepaliveSeconds),
            (ZMQ_TCP_KEEPALIVE_INTVL, Self.keepaliveSeconds),
            (ZMQ_TCP_KEEPALIVE_CNT, 2),
            (ZMQ_BACKLOG, options.backlog),
        ]
        if let bytes = options.sendBufferBytes { choices.append((ZMQ_SNDBUF, bytes)) }
        if let bytes = options.receiveBufferBytes { choices.append((ZMQ_RCVBUF, bytes)) }
        try set(ZMQ_MAXMSGSIZE, to: Int64(options.inboundFrameLimit))
        for choice in choices + kind.fixedOptions {
            try set(choice.name, to: choice.value)
        }
    }

    func set<Value: FixedWidthInteger>(_ option: Int32, to value: Value) throws(ZeroMQError) {
        let socket = unsafe try openHandle(.configure)
        let status = unsafe withUnsafeBytes(of: value) { bytes in
            unsafe zmq_setsockopt(socket, option, bytes.baseAddress, bytes.count)
        }
        guard status == 0 else { throw failure(.system(zmq_errno()), .configure) }
    }

    func set(_ option: Int32, to bytes: [UInt8], _ operation: ZeroMQError.Operation) throws(ZeroMQError) {
        let socket = unsafe try openHandle(operation)
        let status = unsafe bytes.withUnsafeBytes { unsafe zmq_setsockopt(socket, option, $0.baseAddress, $0.count) }
        guard status == 0 else { throw failure(.system(zmq_errno()), operation) }
    }

    /// Reads a number from the library, 0 if there is none.
    func number<Value: FixedWidthInteger>(_ option: Int32, as type: Value.Type = Int32.self) -> Value {
        var value: Value = 0
        var size = MemoryLayout<Value>.size
        guard let socket = unsafe try? openHandle(.configure) else { return 0 }
        unsafe zmq_getsockopt(socket, option, &value, &size)
        return value
    }

    /// Reads a short text from the library.
    func text(_ option: Int32) throws(ZeroMQError) -> String {
        let socket = unsafe try openHandle(.configure)
        var buffer = [UInt8](repeating: 0, count: 256)
        var size = buffer.count
        let status = unsafe zmq_getsockopt(socket, option, &buffer, &size)
        guard status == 0 else { throw failure(.system(zmq_errno()), .configure) }
        return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
}

extension Duration {
    /// Gives the milliseconds as an option takes them.
    fileprivate var optionValue: Int32 { Int32(clamping: milliseconds()) }
}
