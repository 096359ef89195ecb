import Scheme

/// What each gate of certification lacks, in words; `nil` when the gate is open.
extension CertificationSetting {
    /// For the gate `enquete-actueel`: the round has its measurement, with a survey that is young enough.
    ///
    /// A measurement that is missing may still be heard of; a survey is held at the measuring step and nowhere else.
    func lackingFreshSurvey(on day: CalendarDate) -> String? {
        let number = state.round - 1
        guard let measurement = state.measurement, measurement.number >= number else {
            return "it has not been heard that the \(number)-meting was established; ask again when it has"
        }
        guard let closed = measurement.surveyClosedOn else {
            return scheme.requiredSources.contains(.survey)
                ? "the \(measurement.number)-meting has no ondernemersenquête; \(Self.wayOut)" : nil
        }
        let months = scheme.survey.maxAgeMonthsAtAudit
        guard closed.adding(months: months) < day else { return nil }
        return
            "the ondernemersenquête closed on \(closed) and is older than \(months) months on \(day), "
            + "the day of the request; \(Self.wayOut)"
    }

    private static let wayOut =
        "in this version a run cannot go back to its survey: stop the run and start a new one"

    /// For the gate `onafhankelijke-toetser`: the reviewer takes no part in the run and never did.
    ///
    /// To leave just before the decision does not make a party independent of what it made.
    func lackingIndependence(of reviewer: OrganisationID?) -> String? {
        guard let reviewer else { return "no reviewer has been set; plan the audit first" }
        guard state.partiesEver.contains(reviewer) else { return nil }
        return state.parties.contains(reviewer)
            ? "\(reviewer) is a party in run \(run); let another organisation review"
            : "\(reviewer) was a party in run \(run) and left; let an organisation review that never took part"
    }

    /// For the gate `audit-volledig`, when the review is completed.
    func lackingWork(_ work: AuditWork) -> String? {
        work.missing.isEmpty ? nil : "\(work.missing.joined(separator: ", ")) did not take place; do that first"
    }

    /// For the gate `audit-volledig`, when the certificate is to be granted.
    func lackingCompletion(of application: Application) -> String? {
        application.status == .completed
            ? nil : "the audit of \(application.id) has not been completed; complete it first"
    }

    /// For the gate `tekortkomingen-opgeheven`: nothing that was found wanting is left.
    func lackingRepairs(of application: Application) -> String? {
        let open = application.nonconformities.filter { $0.value.resolvedOn == nil }.sorted { $0.key < $1.key }
        guard !open.isEmpty else { return nil }
        let list = open.map { "\($0.key) (due \($0.value.due))" }.joined(separator: ", ")
        return "these tekortkomingen are open: \(list); resolve them first"
    }

    /// For the gate `positief-besluit`: the reviewer advises to grant.
    func lackingAdvice(of application: Application) -> String? {
        application.isPositive
            ? nil
            : "the advice on \(application.id) is negative; refuse the application and let a new audit be requested"
    }
}
