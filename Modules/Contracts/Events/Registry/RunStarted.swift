package import Scheme

/// A run has started; it keeps its scheme version.
package struct RunStarted: RunEventContract {
    package static let name = "traject-gestart"
    package static let dataClass = DataClass.open
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The kind of area.
    package let kind: AreaKind
    /// Whether the area exists or is being built.
    package let development: Development
    /// The name of the area.
    package let name: String
    /// The scheme version by which everything in the run is judged.
    package let scheme: SchemeID
    /// The municipality, whose figures are the reference.
    package let municipality: Region
    /// The CBS regions of the areas.
    package let regions: [Region]
    /// The number of establishments at the start.
    package let establishments: Int
    /// The day of the start.
    package let on: CalendarDate

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        kind: AreaKind,
        development: Development,
        name: String,
        scheme: SchemeID,
        municipality: Region,
        regions: [Region],
        establishments: Int,
        on: CalendarDate
    ) {
        self.run = run
        self.areas = areas
        self.kind = kind
        self.development = development
        self.name = name
        self.scheme = scheme
        self.municipality = municipality
        self.regions = regions
        self.establishments = establishments
        self.on = on
    }

    package var subject: String { "traject/\(run)" }
}
