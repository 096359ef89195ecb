package import Scheme

/// Shuts a partner out at once; what it was given stays on record.
package struct RevokePartner: CommandContract {
    package static let name = "gateway.revoke"
    /// The partner.
    package let partner: PartnerID

    /// Makes the command.
    package init(partner: PartnerID) {
        self.partner = partner
    }
}
