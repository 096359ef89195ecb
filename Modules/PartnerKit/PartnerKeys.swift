import Keys
import ZeroMQ

/// A partner's own CURVE key pair.
///
/// The public half goes to the gateway's operator, the secret half to nobody.
public struct PartnerKeys: Sendable {
    let pair: CurveKeyPair

    /// Makes a new pair from the system's random numbers.
    ///
    /// - Throws: ``PartnerError/malformed(_:)`` when the messaging library was built without CURVE.
    public init() throws(PartnerError) {
        do {
            pair = try CurveKeyPair()
        } catch {
            throw .malformed("\(error)")
        }
    }

    /// Reads a secret key of 40 characters of Z85; the public one follows from it.
    ///
    /// - Throws: ``PartnerError/malformed(_:)``.
    public init(secret: String) throws(PartnerError) {
        guard let pair = CurveKeyPair(secret: secret) else {
            throw .malformed("the secret key must be 40 characters of Z85.")
        }
        self.pair = pair
    }

    /// Reads `<name>.secret` in a folder, as `kvo keys make` wrote it.
    ///
    /// - Throws: ``PartnerError/malformed(_:)``, also when others than its owner may read the file.
    public init(folder: String, name: String) throws(PartnerError) {
        do {
            pair = try KeyFolder(folder).pair(of: name)
        } catch {
            throw .malformed("\(error)")
        }
    }

    /// The public half, 40 characters of Z85: what the gateway's operator needs.
    public var publicKey: String { pair.publicKey.description }
}
