package import Scheme

/// A measure has been carried out.
package struct MeasureDone: RunEventContract {
    package static let name = "maatregel-gereed"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The measure.
    package let measure: LocalID
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], measure: LocalID, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.measure = measure
        self.on = on
    }

    package var subject: String { "maatregel/\(run)/\(measure)" }
}
