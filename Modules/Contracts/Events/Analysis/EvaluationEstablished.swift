package import Scheme

/// A measurement has been compared with the one before it.
package struct EvaluationEstablished: RunEventContract {
    package static let name = "evaluatie-vastgesteld"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number of the later measurement, from 1.
    package let measurement: Int
    /// The day.
    package let on: CalendarDate
    /// The figures that both measurements have.
    package let comparisons: [FigureComparison]

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], measurement: Int, on: CalendarDate, comparisons: [FigureComparison]) {
        self.run = run
        self.areas = areas
        self.measurement = measurement
        self.on = on
        self.comparisons = comparisons
    }

    package var subject: String { "meting/\(run)/\(measurement)" }
}
