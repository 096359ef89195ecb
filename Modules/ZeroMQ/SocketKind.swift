import CZeroMQ

/// Names the messaging patterns in use; the names are those of zmq_socket(3).
package enum SocketKind: String, Hashable, Sendable, CaseIterable {
    case xpub
    case sub
    case router
    case dealer
    /// Carries the library's own events of a monitored socket.
    case pair
}

extension SocketKind {
    var number: Int32 {
        switch self {
        case .xpub: ZMQ_XPUB
        case .sub: ZMQ_SUB
        case .router: ZMQ_ROUTER
        case .dealer: ZMQ_DEALER
        case .pair: ZMQ_PAIR
        }
    }

    /// Lists the options that hold for every socket of this kind, whatever its owner chooses.
    var fixedOptions: [(name: Int32, value: Int32)] {
        switch self {
        // Without it a message to a full or unknown peer vanishes without a word.
        case .router: [(ZMQ_ROUTER_MANDATORY, 1)]
        // A repeated subscription is shown again: the echo barrier depends on it.
        case .xpub: [(ZMQ_XPUB_VERBOSE, 1)]
        // The send limit of a subscriber drops its own subscriptions silently.
        case .sub: [(ZMQ_SNDHWM, 0)]
        // Messages wait for a finished connection, not in a queue to nobody.
        case .dealer: [(ZMQ_IMMEDIATE, 1)]
        case .pair: []
        }
    }
}
