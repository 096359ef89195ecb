/// Partners, in the order of their names.
package struct PartnerList: Codable, Hashable, Sendable {
    /// The partners.
    package let partners: [PartnerSummary]
    /// Why none of them is let in for now, or `nil`; a gateway of a former version does not say.
    package let heldBack: String?

    /// Makes the value.
    package init(partners: [PartnerSummary], heldBack: String? = nil) {
        self.partners = partners
        self.heldBack = heldBack
    }
}
