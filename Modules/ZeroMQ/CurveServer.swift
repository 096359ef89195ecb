/// Lets in who is on one domain's list of an ``Authenticator``; only a started authenticator makes one.
package struct CurveServer: Sendable {
    /// Names the list that decides, never empty.
    package let domain: String
    let keys: CurveKeyPair
    // The handler lives as long as anything that relies on it.
    let authenticator: Authenticator

    /// Gives the key that clients must know beforehand.
    package var publicKey: CurvePublicKey { keys.publicKey }
}
