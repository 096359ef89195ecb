package import Scheme

/// Who signed a declaration: an organisation in a function, never a person's name.
package struct Signatory: Codable, Hashable, Sendable {
    /// The organisation.
    package let organisation: OrganisationID
    /// The function, for instance `wethouder`: 1 to 40 letters, spaces and hyphens.
    package let function: String

    /// Makes the value.
    package init(organisation: OrganisationID, function: String) {
        self.organisation = organisation
        self.function = function
    }
}
