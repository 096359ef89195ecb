package import Scheme

/// A further certificate has been granted, with the next star.
package struct CertificateRenewed: RunEventContract {
    package static let name = "certificaat-verlengd"
    package static let dataClass = DataClass.open
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The certificate's public number.
    package let certificate: LocalID
    /// The certificate that it replaces.
    package let replaces: LocalID
    /// The name on the certificate.
    package let name: String
    /// The number of stars.
    package let stars: Int
    /// The first day.
    package let validFrom: CalendarDate
    /// The last day.
    package let validUntil: CalendarDate
    /// The day of the decision.
    package let on: CalendarDate

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        certificate: LocalID,
        replaces: LocalID,
        name: String,
        stars: Int,
        validFrom: CalendarDate,
        validUntil: CalendarDate,
        on: CalendarDate
    ) {
        self.run = run
        self.areas = areas
        self.certificate = certificate
        self.replaces = replaces
        self.name = name
        self.stars = stars
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.on = on
    }

    package var subject: String { "certificaat/\(certificate)" }
}
