package import Scheme

/// A certificate has been refused; why stays with certification.
package struct CertificateRefused: RunEventContract {
    package static let name = "certificaat-geweigerd"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The application; this decision is final for it.
    package let application: LocalID
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], application: LocalID, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.application = application
        self.on = on
    }

    package var subject: String { "aanvraag/\(application)" }
}
