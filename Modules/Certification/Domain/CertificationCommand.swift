package import Scheme

/// What is asked about a run's certificate, and on which day.
package struct CertificationCommand: Hashable, Sendable {
    /// What is asked.
    package enum Order: Hashable, Sendable {
        /// Take note of what happened elsewhere over these areas; never refused.
        case hear(Heard, over: [AreaID])
        /// Open an application.
        case requestAudit(by: OrganisationID, on: CalendarDate)
        /// Set or change the reviewer and the day.
        case planAudit(reviewer: OrganisationID, on: CalendarDate)
        /// Record what was found wanting; the class is the scheme's.
        case recordNonconformity(LocalID, class: String, on: CalendarDate)
        /// Record that it has been repaired.
        case resolveNonconformity(LocalID, on: CalendarDate)
        /// Complete the review.
        case completeAudit(AuditWork, positive: Bool, on: CalendarDate)
        /// Decide on the application.
        case decide(grant: Bool, reasons: String, on: CalendarDate)
        /// Suspend the certificate.
        case suspend(reason: String, on: CalendarDate)
        /// Lift the suspension.
        case liftSuspension(on: CalendarDate)
        /// Withdraw the certificate.
        case withdraw(reason: String, on: CalendarDate)
        /// Do what the passing of time brings about; never refused.
        case passTime
    }

    /// The run.
    package let run: RunID
    /// The day in the Netherlands.
    package let today: CalendarDate
    /// What is asked.
    package let order: Order

    /// Makes a command.
    package init(_ order: Order, of run: RunID, today: CalendarDate) {
        (self.order, self.run, self.today) = (order, run, today)
    }
}
