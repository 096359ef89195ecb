package import Scheme

/// What stands on a certificate.
package struct CertificateTerms: Hashable, Sendable {
    /// The public number.
    package let certificate: LocalID
    /// The name on it.
    package let title: String
    /// The number of stars; it has no upper bound.
    package let stars: Int
    /// The first day.
    package let validFrom: CalendarDate
    /// The last day.
    package let validUntil: CalendarDate
    /// The day of the decision.
    package let decidedOn: CalendarDate

    /// Makes the terms.
    package init(
        certificate: LocalID,
        title: String,
        stars: Int,
        validFrom: CalendarDate,
        validUntil: CalendarDate,
        decidedOn: CalendarDate
    ) {
        self.certificate = certificate
        self.title = title
        self.stars = stars
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.decidedOn = decidedOn
    }
}
