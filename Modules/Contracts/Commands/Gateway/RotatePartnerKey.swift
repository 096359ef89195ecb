package import Scheme

/// Gives a partner another key; for some days both let it in.
package struct RotatePartnerKey: CommandContract {
    package static let name = "gateway.rotate-key"
    /// The partner.
    package let partner: PartnerID
    /// The new public key.
    package let key: PartnerKey
    /// For how many days the former key still lets it in, 0 to 30; 0 ends it at once.
    package let overlapDays: Int

    /// Makes the command.
    package init(partner: PartnerID, key: PartnerKey, overlapDays: Int) {
        self.partner = partner
        self.key = key
        self.overlapDays = overlapDays
    }
}
