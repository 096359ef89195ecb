package import Scheme

/// A certificate has been suspended; why stays with certification.
package struct CertificateSuspended: RunEventContract {
    package static let name = "certificaat-geschorst"
    package static let dataClass = DataClass.open
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The certificate.
    package let certificate: LocalID
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], certificate: LocalID, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.certificate = certificate
        self.on = on
    }

    package var subject: String { "certificaat/\(certificate)" }
}
