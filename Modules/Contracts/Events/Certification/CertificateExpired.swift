package import Scheme

/// A certificate's last day has passed.
package struct CertificateExpired: RunEventContract {
    package static let name = "certificaat-verlopen"
    package static let dataClass = DataClass.open
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The certificate.
    package let certificate: LocalID
    /// The last day, which has passed.
    package let validUntil: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], certificate: LocalID, validUntil: CalendarDate) {
        self.run = run
        self.areas = areas
        self.certificate = certificate
        self.validUntil = validUntil
    }

    package var subject: String { "certificaat/\(certificate)" }
}
