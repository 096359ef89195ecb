package import Scheme

/// The review found a nonconformity.
package struct NonconformityFound: RunEventContract {
    package static let name = "tekortkoming-vastgesteld"
    package static let dataClass = DataClass.confidential
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The application.
    package let application: LocalID
    /// The nonconformity.
    package let nonconformity: LocalID
    /// `klein` or `ernstig`.
    package let `class`: String
    /// The last day for its repair.
    package let due: CalendarDate

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        application: LocalID,
        nonconformity: LocalID,
        class: String,
        due: CalendarDate
    ) {
        self.run = run
        self.areas = areas
        self.application = application
        self.nonconformity = nonconformity
        self.class = `class`
        self.due = due
    }

    package var subject: String { "aanvraag/\(application)" }
}
