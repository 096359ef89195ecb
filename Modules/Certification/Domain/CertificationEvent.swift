package import Scheme

/// What has happened about a run's certificate.
package struct CertificationEvent: Hashable, Sendable {
    /// What happened.
    package enum Fact: Hashable, Sendable {
        /// Something was heard from another context.
        case heard(Heard)
        /// An application has been opened.
        case auditRequested(application: LocalID, by: OrganisationID, on: CalendarDate)
        /// The review has a reviewer and a day.
        case auditPlanned(application: LocalID, reviewer: OrganisationID, on: CalendarDate)
        /// A nonconformity was found, to be repaired by a day.
        case nonconformityFound(application: LocalID, LocalID, class: String, due: CalendarDate)
        /// A nonconformity has been repaired.
        case nonconformityResolved(application: LocalID, LocalID, on: CalendarDate)
        /// The review is complete.
        case auditCompleted(application: LocalID, reviewer: OrganisationID, positive: Bool, on: CalendarDate)
        /// The first certificate has been granted.
        case granted(CertificateTerms)
        /// A further certificate has been granted in place of an older one.
        case renewed(CertificateTerms, replaces: LocalID)
        /// The application has been refused.
        case refused(application: LocalID, on: CalendarDate)
        /// The certificate's end is near.
        case expiring(LocalID, validUntil: CalendarDate, warningDays: Int)
        /// The certificate's last day has passed.
        case expired(LocalID, validUntil: CalendarDate)
        /// The certificate has been suspended.
        case suspended(LocalID, on: CalendarDate)
        /// The suspension has been lifted.
        case suspensionLifted(LocalID, on: CalendarDate)
        /// The certificate has been withdrawn.
        case withdrawn(LocalID, on: CalendarDate)
    }

    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// What happened.
    package let fact: Fact

    /// Makes an event.
    package init(_ fact: Fact, in run: RunID, over areas: [AreaID]) {
        (self.fact, self.run, self.areas) = (fact, run, areas)
    }
}
