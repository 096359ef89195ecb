/// The words by which a finding is classified; an owner is a kind of party, never a person.
package struct FindingCodes: Hashable, Sendable {
    /// What a finding can be about.
    package let categories: [String]
    /// How serious it can be, least first.
    package let severities: [String]
    /// Who can have to solve it.
    package let owners: [String]

    /// Makes the value.
    package init(categories: [String], severities: [String], owners: [String]) {
        (self.categories, self.severities, self.owners) = (categories, severities, owners)
    }
}
