package import Scheme

/// Asks for the findings of a run's inspections as GeoJSON.
package struct FindingExportQuery: QueryContract {
    package typealias Answer = FindingCollection
    package static let name = "analysis.export-findings"
    /// The run.
    package let run: RunID
    /// The measurement, or `nil` for all.
    package let measurement: Int?
    /// The day from which ages and lateness are counted.
    package let on: CalendarDate
    /// Whether the description, the place in words and the name of the photo are told: personal until reviewed.
    package let withWords: Bool

    /// Makes the query.
    package init(run: RunID, measurement: Int? = nil, on: CalendarDate, withWords: Bool = false) {
        (self.run, self.measurement, self.on, self.withWords) = (run, measurement, on, withWords)
    }
}
