package import Scheme

/// An area's establishments or regions have changed.
package struct AreaChanged: EventContract {
    package static let name = "gebied-gewijzigd"
    package static let dataClass = DataClass.open
    /// The area.
    package let area: AreaID
    /// The area's name from now on.
    package let name: String
    /// The regions from now on.
    package let regions: [Region]
    /// The year of the CBS division.
    package let divisionYear: Int
    /// The number of establishments from now on.
    package let establishments: Int
    /// SHA-256 of the sorted list of establishment numbers, hexadecimal.
    package let establishmentsDigest: String

    /// Makes the payload.
    package init(
        area: AreaID,
        name: String,
        regions: [Region],
        divisionYear: Int,
        establishments: Int,
        establishmentsDigest: String
    ) {
        self.area = area
        self.name = name
        self.regions = regions
        self.divisionYear = divisionYear
        self.establishments = establishments
        self.establishmentsDigest = establishmentsDigest
    }

    package var subject: String { "gebied/\(area)" }

    package var areas: [AreaID] { [area] }
}
