/// All areas, in the order of their identifiers.
package struct AreaList: Codable, Hashable, Sendable {
    /// The areas.
    package let areas: [AreaSummary]

    /// Makes the value.
    package init(areas: [AreaSummary]) {
        self.areas = areas
    }
}
