package import Scheme

/// An area has been registered.
package struct AreaRegistered: EventContract {
    package static let name = "gebied-aangemeld"
    package static let dataClass = DataClass.open
    /// The area; the identifier never changes.
    package let area: AreaID
    /// The kind of area.
    package let kind: AreaKind
    /// Whether it exists or is being built.
    package let development: Development
    /// The area's name.
    package let name: String
    /// The municipality in which it lies.
    package let municipality: Region
    /// The CBS districts or neighbourhoods that it covers.
    package let regions: [Region]
    /// The year of the CBS division of which the codes are.
    package let divisionYear: Int
    /// The number of establishments, the survey's denominator; more than 0.
    package let establishments: Int
    /// SHA-256 of the sorted list of establishment numbers, hexadecimal.
    package let establishmentsDigest: String

    /// Makes the payload.
    package init(
        area: AreaID,
        kind: AreaKind,
        development: Development,
        name: String,
        municipality: Region,
        regions: [Region],
        divisionYear: Int,
        establishments: Int,
        establishmentsDigest: String
    ) {
        self.area = area
        self.kind = kind
        self.development = development
        self.name = name
        self.municipality = municipality
        self.regions = regions
        self.divisionYear = divisionYear
        self.establishments = establishments
        self.establishmentsDigest = establishmentsDigest
    }

    package var subject: String { "gebied/\(area)" }

    package var areas: [AreaID] { [area] }
}
