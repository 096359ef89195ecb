/// A page of what was put into a partner's feed, in its order.
package struct DisclosureList: Codable, Hashable, Sendable {
    /// The lines.
    package let disclosures: [Disclosure]

    /// Makes the value.
    package init(disclosures: [Disclosure]) {
        self.disclosures = disclosures
    }
}
