import ZeroMQ

/// The keys of one end of a connection that is secured with CURVE.
struct TransportKeys: Sendable {
    let own: CurveKeyPair
    let other: CurvePublicKey

    /// Reads one's own secret key and the other's public key, in Z85.
    init(own: String, other: String) throws {
        guard let own = CurveKeyPair(secret: own), let other = CurvePublicKey(other) else {
            throw BenchFailure("these are no CURVE keys")
        }
        (self.own, self.other) = (own, other)
    }
}
