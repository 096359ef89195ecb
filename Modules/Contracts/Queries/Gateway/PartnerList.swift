/// Partners, in the order of their names.
package struct PartnerList: Codable, Hashable, Sendable {
    /// The partners.
    package let partners: [PartnerSummary]

    /// Makes the value.
    package init(partners: [PartnerSummary]) {
        self.partners = partners
    }
}
