/// Holds what a client needs to reach a CURVE server: that server's public key and the client's own pair.
package struct CurvePeer: Sendable {
    package let serverKey: CurvePublicKey
    package let keys: CurveKeyPair

    package init(serverKey: CurvePublicKey, keys: CurveKeyPair) {
        self.serverKey = serverKey
        self.keys = keys
    }
}
