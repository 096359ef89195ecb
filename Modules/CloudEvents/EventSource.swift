/// Names the system that records events, as the NL GOV profile asks: `urn:nld:oin:<20 digits>:systeem:<name>`.
package struct EventSource: Hashable, Sendable, CustomStringConvertible {
    /// The URN.
    package let description: String

    /// The OIN that anyone may use in tests and examples.
    package static let exampleOIN = "00000099000000001000"

    /// Makes the URN of a system of an organisation with an OIN of 20 digits; `nil` when either breaks its form.
    package init?(oin: String = exampleOIN, system: String) {
        let isDigits = oin.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let isName = !system.isEmpty && system.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
        guard oin.utf8.count == 20, isDigits, isName else { return nil }
        description = "urn:nld:oin:\(oin):systeem:\(system)"
    }
}
