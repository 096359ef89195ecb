package import Scheme

/// A key that lets a partner in.
package struct PartnerKeyStatus: Codable, Hashable, Sendable {
    /// The public key.
    package let key: PartnerKey
    /// Its last day, or `nil` when it has none.
    package let until: CalendarDate?

    /// Makes the value.
    package init(key: PartnerKey, until: CalendarDate?) {
        self.key = key
        self.until = until
    }
}
