package import Scheme

/// Registers an area with the list of its establishments.
package struct RegisterArea: CommandContract {
    package static let name = "registry.register-area"
    /// The area's identifier, of its municipality and not in use.
    package let area: AreaID
    /// The kind of area.
    package let kind: AreaKind
    /// Whether it exists or is being built.
    package let development: Development
    /// The area's name.
    package let name: String
    /// The municipality, with a code such as GM1581.
    package let municipality: Region
    /// The CBS districts or neighbourhoods that it covers, at least one.
    package let regions: [Region]
    /// The year of the CBS division of which the codes are.
    package let divisionYear: Int
    /// A CSV with the columns `vestigingsnummer` and `naam`; others are ignored.
    package let establishments: DeliveredFile

    /// Makes the command.
    package init(
        area: AreaID,
        kind: AreaKind,
        development: Development,
        name: String,
        municipality: Region,
        regions: [Region],
        divisionYear: Int,
        establishments: DeliveredFile
    ) {
        self.area = area
        self.kind = kind
        self.development = development
        self.name = name
        self.municipality = municipality
        self.regions = regions
        self.divisionYear = divisionYear
        self.establishments = establishments
    }
}
