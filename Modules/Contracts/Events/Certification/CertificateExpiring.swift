package import Scheme

/// A certificate is about to expire.
package struct CertificateExpiring: RunEventContract {
    package static let name = "certificaat-verloopt-binnenkort"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The certificate.
    package let certificate: LocalID
    /// The last day.
    package let validUntil: CalendarDate
    /// The warning that fell due, in days before the end.
    package let warningDays: Int

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], certificate: LocalID, validUntil: CalendarDate, warningDays: Int) {
        self.run = run
        self.areas = areas
        self.certificate = certificate
        self.validUntil = validUntil
        self.warningDays = warningDays
    }

    package var subject: String { "certificaat/\(certificate)" }
}
