import ZeroMQ

/// Where a partner's door is, and the key by which one knows that it is the right one.
///
/// The three values come from the gateway's operator, over a way that nobody else can change.
public struct PartnerDoor: Hashable, Sendable {
    let live: Address
    let feed: Address
    let serverKey: CurvePublicKey

    /// Names a door.
    ///
    /// - Parameters:
    ///   - live: Where live events are heard, for instance `tcp://kvo.example.nl:7100`.
    ///   - feed: Where missed events are fetched, for instance `tcp://kvo.example.nl:7101`.
    ///   - serverKey: The gateway's public key, 40 characters of Z85.
    /// - Throws: ``PartnerError/malformed(_:)``.
    public init(live: String, feed: String, serverKey: String) throws(PartnerError) {
        do {
            self.live = try Address(live)
            self.feed = try Address(feed)
        } catch {
            throw .malformed("\(error)")
        }
        guard let key = CurvePublicKey(serverKey) else {
            throw .malformed("the gateway\u{2019}s public key must be 40 characters of Z85.")
        }
        self.serverKey = key
    }
}
