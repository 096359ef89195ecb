package import Scheme

/// A certificate has been suspended.
package struct CertificateSuspended: EventContract {
    package static let name = "certificaat-geschorst"
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The certificate.
    package let certificate: LocalID
    /// Why.
    package let reason: String
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], certificate: LocalID, reason: String, on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.certificate = certificate
        self.reason = reason
        self.on = on
    }

    package var subject: String { "certificaat/\(certificate)" }
}
