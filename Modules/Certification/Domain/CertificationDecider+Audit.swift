import Scheme

extension CertificationDecider {
    typealias Facts = [CertificationEvent.Fact]

    /// One application is open at a time, and none after the round's certificate: no star is given twice.
    func requestAudit(
        by organisation: OrganisationID,
        on day: CalendarDate,
        _ setting: CertificationSetting
    ) throws(CertificationRefusal) -> Facts {
        let (state, run) = (setting.state, setting.run)
        let phase = try setting.certificationStep("an audit can only be requested")
        try setting.requirePast(day, "an audit can only have been requested")
        if let last = state.applications.last {
            guard !last.status.isOpen else { throw .openApplication(last.id, last.status) }
            if last.status == .granted, last.round == state.round, let certificate = state.certificates.last {
                throw .alreadyCertified(run, round: state.round, certificate.terms.certificate)
            }
        }
        guard state.parties.contains(organisation) else { throw .noParty(organisation, run) }
        guard state.planVersion != nil else { throw .noPlan(run) }
        let lacking = setting.lackingFreshSurvey(on: day)
        try setting.require(.surveyFresh, of: phase, "the audit cannot be requested", lacking)
        guard let id = LocalID("\(run).a\(state.applications.count + 1)") else { throw .noMoreNumbers(run) }
        return [.auditRequested(application: id, by: organisation, on: day)]
    }

    /// Planning the same again changes nothing; another reviewer or day replaces the plan until the review is complete.
    func planAudit(
        reviewer: OrganisationID,
        on day: CalendarDate,
        _ setting: CertificationSetting
    ) throws(CertificationRefusal) -> Facts {
        let phase = try setting.certificationStep("an audit can only be planned")
        let application = try setting.application(for: .plan)
        try setting.require(day, from: application.requestedOn, "the audit cannot be before its request")
        let lacking = setting.lackingIndependence(of: reviewer)
        try setting.require(.independentReviewer, of: phase, "the audit cannot be planned", lacking)
        guard (application.reviewer, application.plannedOn) != (reviewer, day) else { return [] }
        return [.auditPlanned(application: application.id, reviewer: reviewer, on: day)]
    }

    func record(
        _ id: LocalID,
        class kind: String,
        on day: CalendarDate,
        _ setting: CertificationSetting
    ) throws(CertificationRefusal) -> Facts {
        _ = try setting.certificationStep("a tekortkoming can only be recorded")
        let application = try setting.application(for: .find)
        try setting.requirePast(day, "a tekortkoming can only have been found")
        try setting.require(day, from: application.requestedOn, "a tekortkoming cannot be found before the request")
        guard application.nonconformities[id] == nil else { throw .nonconformityTwice(id, application.id) }
        guard let months = setting.scheme.nonconformityRepairMonths[kind] else {
            throw .unknownClass(kind, known: setting.scheme.nonconformityRepairMonths.keys.sorted())
        }
        let due = day.adding(months: months)
        return [.nonconformityFound(application: application.id, id, class: kind, due: due)]
    }

    /// Resolving again changes nothing; a repair after its last day is late but counts.
    func resolve(
        _ id: LocalID,
        on day: CalendarDate,
        _ setting: CertificationSetting
    ) throws(CertificationRefusal) -> Facts {
        _ = try setting.certificationStep("a tekortkoming can only be resolved")
        let application = try setting.application(for: .resolve)
        try setting.requirePast(day, "a tekortkoming can only have been resolved")
        try setting.require(day, from: application.requestedOn, "a tekortkoming cannot be resolved before the request")
        guard let nonconformity = application.nonconformities[id] else { throw .noNonconformity(id, application.id) }
        guard nonconformity.resolvedOn == nil else { return [] }
        return [.nonconformityResolved(application: application.id, id, on: day)]
    }

    func complete(
        _ work: AuditWork,
        _ isPositive: Bool,
        on day: CalendarDate,
        _ setting: CertificationSetting
    ) throws(CertificationRefusal) -> Facts {
        let phase = try setting.certificationStep("an audit can only be completed")
        let application = try setting.application(for: .complete)
        try setting.requirePast(day, "an audit can only have been completed")
        guard let reviewer = application.reviewer, let planned = application.plannedOn else {
            throw .applicationStatus(application.id, application.status, deed: "be completed")
        }
        try setting.require(day, from: planned, "the audit cannot be complete before the day for which it is planned")
        let deed = "the audit cannot be completed"
        try setting.require(.independentReviewer, of: phase, deed, setting.lackingIndependence(of: reviewer))
        try setting.require(.auditComplete, of: phase, deed, setting.lackingWork(work))
        return [.auditCompleted(application: application.id, reviewer: reviewer, positive: isPositive, on: day)]
    }
}
