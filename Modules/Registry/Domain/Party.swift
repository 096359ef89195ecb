package import Scheme

/// An organisation that takes part in a run.
package struct Party: Hashable, Sendable {
    /// The organisation.
    package let organisation: OrganisationID
    /// The kind of party.
    package let kind: PartyKind
    /// The organisation's name.
    package let name: String

    /// Names a party.
    package init(organisation: OrganisationID, kind: PartyKind, name: String) {
        (self.organisation, self.kind, self.name) = (organisation, kind, name)
    }
}
