package import Scheme

/// An organisation that takes part in the run as one kind of party.
package struct Party: Hashable, Sendable {
    /// The organisation.
    package let organisation: OrganisationID
    /// The kind of party.
    package let kind: PartyKind

    /// Makes a party.
    package init(organisation: OrganisationID, kind: PartyKind) {
        (self.organisation, self.kind) = (organisation, kind)
    }
}
