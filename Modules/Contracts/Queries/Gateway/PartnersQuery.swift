package import Scheme

/// Asks for the partners, or for one of them.
package struct PartnersQuery: QueryContract {
    package typealias Answer = PartnerList
    package static let name = "gateway.partners"
    /// Only this one, or `nil` for all.
    package let partner: PartnerID?

    /// Makes the query.
    package init(partner: PartnerID? = nil) {
        self.partner = partner
    }
}
