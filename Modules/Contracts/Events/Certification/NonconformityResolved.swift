package import Scheme

/// A nonconformity has been repaired and verified.
package struct NonconformityResolved: RunEventContract {
    package static let name = "tekortkoming-opgeheven"
    package static let dataClass = DataClass.confidential
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The application.
    package let application: LocalID
    /// The nonconformity.
    package let nonconformity: LocalID
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], application: LocalID, nonconformity: LocalID, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.application = application
        self.nonconformity = nonconformity
        self.on = on
    }

    package var subject: String { "aanvraag/\(application)" }
}
