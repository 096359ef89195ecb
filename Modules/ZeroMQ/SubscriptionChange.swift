/// Reads what an XPUB socket receives: a subscriber took or dropped a topic prefix.
package enum SubscriptionChange: Hashable, Sendable {
    case subscribed([UInt8])
    case unsubscribed([UInt8])

    /// Reads the single frame of a subscription, and gives `nil` for anything else a peer may send upstream.
    package init?(_ frames: Frames) {
        guard frames.count == 1, let frame = frames.first, let mark = frame.first else { return nil }
        switch mark {
        case 1: self = .subscribed(Array(frame.dropFirst()))
        case 0: self = .unsubscribed(Array(frame.dropFirst()))
        default: return nil
        }
    }
}
