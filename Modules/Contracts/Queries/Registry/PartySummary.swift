package import Scheme

/// An organisation that takes part.
package struct PartySummary: Codable, Hashable, Sendable {
    /// The organisation.
    package let organisation: OrganisationID
    /// The kind of party.
    package let kind: PartyKind
    /// The organisation's name.
    package let name: String

    /// Makes the value.
    package init(organisation: OrganisationID, kind: PartyKind, name: String) {
        self.organisation = organisation
        self.kind = kind
        self.name = name
    }
}
