package import Scheme

/// Lets a partner read topics up to a class of data, from now on.
package struct GrantTopics: CommandContract {
    package static let name = "gateway.grant"
    /// The partner.
    package let partner: PartnerID
    /// The topics.
    package let pattern: GrantPattern
    /// The highest class of data.
    package let dataClass: DataClass

    /// Makes the command.
    package init(partner: PartnerID, pattern: GrantPattern, dataClass: DataClass) {
        self.partner = partner
        self.pattern = pattern
        self.dataClass = dataClass
    }
}
