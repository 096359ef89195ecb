package import Scheme

/// Takes a grant back, for events from now on.
package struct WithdrawGrant: CommandContract {
    package static let name = "gateway.withdraw-grant"
    /// The partner.
    package let partner: PartnerID
    /// The grant's topics, written as when it was given.
    package let pattern: GrantPattern

    /// Makes the command.
    package init(partner: PartnerID, pattern: GrantPattern) {
        self.partner = partner
        self.pattern = pattern
    }
}
