/// Holds the limits and times of a socket, all set on purpose before it binds or connects.
package struct SocketOptions: Hashable, Sendable {
    /// Counts the messages queued per peer on the way out; 0 means no limit and is never a default.
    package var sendHighWater: Int32 = 1000
    /// Counts the messages queued per peer on the way in.
    package var receiveHighWater: Int32 = 1000
    /// Counts the bytes of the largest frame accepted; a peer that sends more is disconnected.
    package var inboundFrameLimit: Int
    /// Counts the bytes of the largest frame that may be sent: what the other side accepts.
    package var outboundFrameLimit: Int
    /// Bounds the time from connection to finished handshake.
    package var handshakeLimit: Duration = .seconds(5)
    /// Sets how often an idle connection is tried with a ping; zero for never.
    ///
    /// Clients that ask and are answered do, and their pings also tell the server how soon it may give them up. The
    /// library stops the process when the pings' timer fires on a connection whose unread messages had filled the
    /// queue and whose other side has gone (libzmq issue 4364), so sockets that others can fill never ping.
    package var heartbeatInterval: Duration = .zero
    /// Bounds the silence after which a connection counts as dead, on both sides.
    package var heartbeatLimit: Duration = .seconds(6)
    /// Sets the time between two attempts to connect.
    package var reconnectInterval: Duration = .milliseconds(100)
    /// Bounds the growing time between attempts; `nil` keeps `reconnectInterval`, so that little is missed.
    package var reconnectLimit: Duration?
    /// Counts the parts that are kept of a message; what comes after is read and dropped.
    package var inboundPartLimit: Int
    /// Counts the connections the system keeps waiting to be accepted.
    package var backlog: Int32 = 100
    /// Counts the bytes of the kernel's send buffer; `nil` leaves it to the system.
    package var sendBufferBytes: Int32?
    /// Counts the bytes of the kernel's receive buffer; `nil` leaves it to the system.
    package var receiveBufferBytes: Int32?

    /// Makes the defaults of a kind: servers accept 64 KiB frames from their clients and send up to 128 KiB.
    package init(for kind: SocketKind) {
        let request = 65_536
        let reply = 131_072
        switch kind {
        case .xpub, .router:
            inboundPartLimit = 16
            inboundFrameLimit = request
            outboundFrameLimit = reply
        case .sub, .dealer, .pair:
            inboundPartLimit = 1024
            inboundFrameLimit = reply
            outboundFrameLimit = request
        }
        if kind == .dealer { heartbeatInterval = .seconds(2) }
        if kind == .xpub { sendHighWater = 10_000 }
        if kind == .sub { receiveHighWater = 10_000 }
    }
}
