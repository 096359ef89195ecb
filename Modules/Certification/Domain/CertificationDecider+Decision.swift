import Scheme

extension CertificationDecider {
    /// Grants the first certificate or the next one, when the step's gates are open on this day.
    ///
    /// The gate `enquete-actueel` is not among them: the survey's age counts at the request and may pass after it.
    func grant(on day: CalendarDate, _ setting: CertificationSetting) throws(CertificationRefusal) -> Facts {
        let phase = try setting.certificationStep("a certificate can only be granted")
        let deed = "the certificate cannot be granted"
        if let open = setting.state.applications.last, open.status.isOpen {
            try setting.require(.auditComplete, of: phase, deed, setting.lackingCompletion(of: open))
        }
        let application = try setting.application(for: .grant)
        try requireDay(day, of: application, setting)
        if let old = setting.state.certificates.last, old.status.isRunning, old.status.after(.replace) == nil {
            throw .suspended(old.terms.certificate)
        }
        let dependence = setting.lackingIndependence(of: application.reviewer)
        try setting.require(.independentReviewer, of: phase, deed, dependence)
        try setting.require(.nonconformitiesResolved, of: phase, deed, setting.lackingRepairs(of: application))
        try setting.require(.positiveDecision, of: phase, deed, setting.lackingAdvice(of: application))
        guard let number = LocalID("KVO-\(setting.run)-\(setting.state.certificates.count + 1)") else {
            throw .noMoreNumbers(setting.run)
        }
        let terms = terms(of: number, after: setting.state.certificates.last, on: day, setting.scheme)
        guard let old = setting.state.certificates.last else { return [.granted(terms)] }
        return [.renewed(terms, replaces: old.terms.certificate)]
    }

    /// Final for the application; a new one may follow.
    func refuse(
        _ reasons: String,
        on day: CalendarDate,
        _ setting: CertificationSetting
    ) throws(CertificationRefusal) -> Facts {
        _ = try setting.certificationStep("an application can only be refused")
        let application = try setting.application(for: .refuse)
        guard reasons.isFitForAReason else { throw .unfitText("the reasons of a refusal") }
        try requireDay(day, of: application, setting)
        return [.refused(application: application.id, on: day)]
    }

    private func requireDay(
        _ day: CalendarDate,
        of application: Application,
        _ setting: CertificationSetting
    ) throws(CertificationRefusal) {
        try setting.requirePast(day, "a decision can only have been taken")
        let earliest = application.completedOn ?? application.requestedOn
        try setting.require(day, from: earliest, "the decision cannot be before the audit")
    }

    /// The star count goes on, also after the older certificate has expired.
    private func terms(
        of number: LocalID,
        after old: Certificate?,
        on day: CalendarDate,
        _ scheme: Scheme
    ) -> CertificateTerms {
        let start = termStart(after: old, on: day, scheme)
        return CertificateTerms(
            certificate: number,
            title: old == nil ? scheme.certificateNames.first : scheme.certificateNames.next,
            stars: (old?.terms.stars ?? 0) + scheme.stars.perSuccessfulAudit,
            validFrom: start,
            validUntil: scheme.lastDay(ofTermFrom: start),
            decidedOn: day
        )
    }

    private func termStart(after old: Certificate?, on day: CalendarDate, _ scheme: Scheme) -> CalendarDate {
        guard scheme.newTermStartsAt == .oldEndDate, let old, old.status.isRunning else { return day }
        return max(day, old.terms.validUntil.adding(days: 1))
    }
}
