package import Scheme

/// A certificate as it stands now.
package struct CertificateSummary: Codable, Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The area's name when the run started.
    package let name: String
    /// The certificate's public number.
    package let certificate: LocalID
    /// The name on the certificate.
    package let title: String
    /// The number of stars.
    package let stars: Int
    /// The first day.
    package let validFrom: CalendarDate
    /// The last day.
    package let validUntil: CalendarDate
    /// `verleend`, `geschorst`, `verlopen`, `ingetrokken` or `vervangen`.
    package var status: String
    /// Why it is suspended or was withdrawn, unless it was not or the text has been erased.
    package var reason: String?
    /// The day of the decision.
    package let decidedOn: CalendarDate

    /// Makes the value.
    package init(
        run: RunID,
        areas: [AreaID],
        name: String,
        certificate: LocalID,
        title: String,
        stars: Int,
        validFrom: CalendarDate,
        validUntil: CalendarDate,
        status: String,
        reason: String? = nil,
        decidedOn: CalendarDate
    ) {
        self.run = run
        self.areas = areas
        self.name = name
        self.certificate = certificate
        self.title = title
        self.stars = stars
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.status = status
        self.reason = reason
        self.decidedOn = decidedOn
    }
}
