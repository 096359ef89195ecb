import EventSourcing
package import Scheme

/// Why something may not happen to an application or a certificate.
package enum CertificationRefusal: DomainRefusal {
    /// No run has this identifier, as far as was heard.
    case unknown(RunID)
    /// The run has been given up.
    case stopped(RunID)
    /// The service lacks the scheme version.
    case unknownScheme(SchemeID, known: [SchemeID])
    /// The run is at another step.
    case wrongStep(RunID, at: String, deed: String, only: [String])
    /// A gate of the step is closed.
    case gateClosed(Gate, step: String, deed: String, lacking: String)
    /// A day of something that has happened lies after today.
    case inFuture(String, on: CalendarDate, today: CalendarDate)
    /// A day lies before what must come first.
    case tooEarly(String, on: CalendarDate, earliest: CalendarDate)
    /// A text is blank or too long.
    case unfitText(String)
    /// The organisation does not take part.
    case noParty(OrganisationID, RunID)
    /// No plan has been adopted.
    case noPlan(RunID)
    /// An application is open already.
    case openApplication(LocalID, ApplicationStatus)
    /// The round has its certificate already.
    case alreadyCertified(RunID, round: Int, LocalID)
    /// Nothing has been applied for.
    case noApplication(RunID)
    /// The application's status does not allow it.
    case applicationStatus(LocalID, ApplicationStatus, deed: String)
    /// The scheme has no such class of nonconformities.
    case unknownClass(String, known: [String])
    /// The nonconformity is recorded already.
    case nonconformityTwice(LocalID, LocalID)
    /// The nonconformity is not recorded.
    case noNonconformity(LocalID, LocalID)
    /// The run has no certificate.
    case noCertificate(RunID)
    /// The certificate's status does not allow it.
    case certificateStatus(LocalID, CertificateStatus, deed: String)
    /// The older certificate is suspended, which a new one would wipe out.
    case suspended(LocalID)
    /// A number would become too long.
    case noMoreNumbers(RunID)

    package var gate: String? {
        if case .gateClosed(let gate, _, _, _) = self { gate.rawValue } else { nil }
    }
}
