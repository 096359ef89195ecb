/// All events that the services publish, per service: the published language in one place.
package enum EventCatalogue {
    /// The events of the registry service.
    package static let registry: [any EventContract.Type] = [
        AreaRegistered.self, AreaChanged.self, RunStarted.self, PartyJoined.self, PartyLeft.self,
        AgreementSigned.self, WorkgroupInstalled.self, PhaseChanged.self, EvaluationStarted.self, RunStopped.self,
    ]

    /// The events of the analysis service.
    package static let analysis: [any EventContract.Type] = [
        SurveyOpened.self, SurveyThresholdReached.self, SurveyClosed.self, InspectionHeld.self, FindingRecorded.self,
        FindingResolved.self, PoliceFiguresDelivered.self, FireFiguresDelivered.self, AnalysisEstablished.self,
        EvaluationEstablished.self,
    ]

    /// The events of the planning service.
    package static let planning: [any EventContract.Type] = [
        PlanAdopted.self, PlanAdjusted.self, MeasureAssigned.self, MeasureStarted.self, MeasureDone.self,
        MeasureOverdue.self, AnnualReportEstablished.self, ObjectiveJudged.self,
    ]

    /// The events of the certification service.
    package static let certification: [any EventContract.Type] = [
        AuditRequested.self, AuditPlanned.self, NonconformityFound.self, NonconformityResolved.self,
        AuditCompleted.self, CertificateGranted.self, CertificateRenewed.self, CertificateRefused.self,
        CertificateExpiring.self, CertificateExpired.self, CertificateSuspended.self, SuspensionLifted.self,
        CertificateWithdrawn.self,
    ]

    /// The events of the gateway.
    package static let gateway: [any EventContract.Type] = [
        PartnerAdmitted.self, PartnerGrantsChanged.self, PartnerKeyRenewed.self, PartnerBackfilled.self,
        PartnerRevoked.self,
    ]

    /// The events of each service, by the name of its stream.
    package static let streams: [(stream: String, events: [any EventContract.Type])] = [
        ("registry", registry), ("analysis", analysis), ("planning", planning), ("certification", certification),
        ("gateway", gateway),
    ]

    /// The events of all services.
    package static let all = streams.flatMap(\.events)

    /// The events of a service, or of all.
    package static func events(of stream: String?) -> [any EventContract.Type] {
        streams.filter { stream == nil || $0.stream == stream }.flatMap(\.events)
    }
}
