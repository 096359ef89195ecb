package import Scheme

/// An area as it stands now.
package struct AreaSummary: Codable, Hashable, Sendable {
    /// The area.
    package let area: AreaID
    /// The kind of area.
    package let kind: AreaKind
    /// Whether it exists or is being built.
    package let development: Development
    /// The area's name.
    package var name: String
    /// The municipality in which it lies.
    package let municipality: Region
    /// The CBS districts or neighbourhoods that it covers.
    package var regions: [Region]
    /// The number of establishments.
    package var establishments: Int
    /// The run under way, or `nil`.
    package var run: RunID?

    /// Makes the value.
    package init(
        area: AreaID,
        kind: AreaKind,
        development: Development,
        name: String,
        municipality: Region,
        regions: [Region],
        establishments: Int,
        run: RunID? = nil
    ) {
        self.area = area
        self.kind = kind
        self.development = development
        self.name = name
        self.municipality = municipality
        self.regions = regions
        self.establishments = establishments
        self.run = run
    }
}
