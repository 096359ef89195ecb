/// Reads a request of the ZeroMQ Authentication Protocol, version 1.0 (ZeroMQ RFC 27).
struct AccessRequest: Hashable {
    /// Holds the frames that lead the reply back: the connection and the empty frame behind it.
    let route: [[UInt8]]
    /// Holds the number that the reply repeats.
    let number: [UInt8]
    /// Holds the domain, empty when it is not UTF-8.
    let domain: String
    let address: String
    /// Holds the caller's key; `nil` unless the request is well formed and the mechanism is CURVE.
    let key: CurvePublicKey?

    /// Reads what a ROUTER received, and gives `nil` when there is nobody to reply to.
    init?(_ frames: Frames) {
        guard frames.count >= 2, frames[1].isEmpty else { return nil }
        route = Array(frames.prefix(2))
        // version, number, domain, address, identity, mechanism, credentials
        let fields = Array(frames.dropFirst(2))
        func text(_ place: Int) -> String {
            fields.indices.contains(place) ? String(validating: fields[place], as: UTF8.self) ?? "" : ""
        }
        number = fields.count > 1 ? fields[1] : []
        domain = text(2)
        address = text(3)
        key =
            fields.count == 7 && text(0) == "1.0" && text(5) == "CURVE" && !domain.isEmpty
            ? CurvePublicKey(bytes: fields[6]) : nil
    }

    /// Makes the reply that lets a user in, or denies for `nil`.
    ///
    /// Only 200 and 400 are used: after 300 a client stays silent until its own limit.
    func reply(admitting user: String?) -> Frames {
        let fields = user.map { ["200", "OK", $0, ""] } ?? ["400", "denied", "", ""]
        return Frames(route + [Array("1.0".utf8), number] + fields.map { Array($0.utf8) })
    }
}
