package import Scheme

/// What is known of a run, heard from the registry.
package struct AnalysedRun: Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The kind of area.
    package let kind: AreaKind
    /// The scheme version by which everything in the run is judged.
    package let scheme: SchemeID
    /// The municipality, whose figures are the reference.
    package let municipality: CensusRegion
    /// The regions of the areas.
    package var regions: [CensusRegion]
    /// The number of establishments.
    package var establishments: Int
    /// The day on which it started; `nil` in a log of before this was kept.
    package let startedOn: CalendarDate?

    /// Makes the value.
    package init(
        run: RunID,
        areas: [AreaID],
        kind: AreaKind,
        scheme: SchemeID,
        municipality: CensusRegion,
        regions: [CensusRegion],
        establishments: Int,
        startedOn: CalendarDate?
    ) {
        self.run = run
        self.areas = areas
        self.kind = kind
        self.scheme = scheme
        self.municipality = municipality
        self.regions = regions
        self.establishments = establishments
        self.startedOn = startedOn
    }

    /// The regions without those that lie in another of them, so that nothing is counted twice.
    var countedRegions: [CensusRegion] {
        regions.filter { region in !regions.contains { region.lies(in: $0) } }
    }
}
