package import Scheme

/// Who issues a command: an organisation in a role, never a person.
package struct Issuer: Codable, Hashable, Sendable, CustomStringConvertible {
    /// The organisation.
    package let organisation: OrganisationID
    /// The role in which it acts, for instance `projectleider`.
    package let role: RoleName

    /// Names an issuer.
    package init(organisation: OrganisationID, role: RoleName) {
        (self.organisation, self.role) = (organisation, role)
    }

    package var description: String { "\(organisation)/\(role)" }
}
