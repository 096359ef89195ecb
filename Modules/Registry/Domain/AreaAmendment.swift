/// What is to change of an area; `nil` leaves it as it is.
package struct AreaAmendment: Hashable, Sendable {
    /// The new name.
    package let name: String?
    /// All regions from now on.
    package let regions: [NamedRegion]?
    /// The year of the CBS division.
    package let divisionYear: Int?
    /// The whole list from now on.
    package let establishments: EstablishmentCount?

    /// Makes an amendment.
    package init(
        name: String? = nil,
        regions: [NamedRegion]? = nil,
        divisionYear: Int? = nil,
        establishments: EstablishmentCount? = nil
    ) {
        self.name = name
        self.regions = regions
        self.divisionYear = divisionYear
        self.establishments = establishments
    }

    /// The profile with the changes made.
    func applied(to profile: AreaProfile) -> AreaProfile {
        AreaProfile(
            name: name ?? profile.name,
            regions: regions ?? profile.regions,
            divisionYear: divisionYear ?? profile.divisionYear,
            establishments: establishments ?? profile.establishments
        )
    }
}
