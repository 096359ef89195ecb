package import Scheme

/// Changes what is given of an area and leaves the rest as it is.
package struct ChangeArea: CommandContract {
    package static let name = "registry.change-area"
    /// The area.
    package let area: AreaID
    /// The new name.
    package let name: String?
    /// All regions from now on.
    package let regions: [Region]?
    /// The year of the CBS division of which the codes are.
    package let divisionYear: Int?
    /// The whole list from now on, in the form of ``RegisterArea``.
    package let establishments: DeliveredFile?

    /// Makes the command.
    package init(
        area: AreaID,
        name: String? = nil,
        regions: [Region]? = nil,
        divisionYear: Int? = nil,
        establishments: DeliveredFile? = nil
    ) {
        self.area = area
        self.name = name
        self.regions = regions
        self.divisionYear = divisionYear
        self.establishments = establishments
    }
}
