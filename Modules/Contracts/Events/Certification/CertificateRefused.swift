package import Scheme

/// A certificate has been refused.
package struct CertificateRefused: EventContract {
    package static let name = "certificaat-geweigerd"
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The application; this decision is final for it.
    package let application: LocalID
    /// Why.
    package let reasons: String
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], application: LocalID, reasons: String, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.application = application
        self.reasons = reasons
        self.on = on
    }

    package var subject: String { "aanvraag/\(application)" }
}
