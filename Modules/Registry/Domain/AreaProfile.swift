/// What of an area may change during its life.
package struct AreaProfile: Hashable, Sendable {
    /// The area's name.
    package var name: String
    /// The CBS regions that it covers.
    package var regions: [NamedRegion]
    /// The year of the CBS division of which the codes are.
    package var divisionYear: Int
    /// The establishments.
    package var establishments: EstablishmentCount

    /// Makes a profile.
    package init(name: String, regions: [NamedRegion], divisionYear: Int, establishments: EstablishmentCount) {
        self.name = name
        self.regions = regions
        self.divisionYear = divisionYear
        self.establishments = establishments
    }
}
