/// The events that can end a step: a service makes each of them, and the run moves when it is heard of.
package enum StepEnd: String, Codable, Hashable, Sendable, CaseIterable {
    case agreementSigned = "intentieverklaring-ondertekend"
    case analysisEstablished = "veiligheidsanalyse-vastgesteld"
    case planAdopted = "plan-van-aanpak-vastgesteld"
    case certificateGranted = "certificaat-verleend"
    case evaluationStarted = "evaluatie-gestart"
    case evaluationEstablished = "evaluatie-vastgesteld"
    case planAdjusted = "plan-van-aanpak-bijgesteld"
    case certificateRenewed = "certificaat-verlengd"

    /// The gates that are checked at a step that ends so; any other gate would do nothing there.
    package var gates: Set<Gate> {
        switch self {
        case .agreementSigned: [.mandatoryPartiesSigned]
        case .analysisEstablished, .evaluationEstablished:
            [.requiredSources, .surveyResponse, .inspectionRounds, .workgroupDiscussed]
        case .planAdopted, .planAdjusted: [.bottlenecksCovered, .measuresAssigned, .mandatoryPartiesAgree]
        case .certificateGranted, .certificateRenewed:
            [.surveyFresh, .independentReviewer, .auditComplete, .nonconformitiesResolved, .positiveDecision]
        case .evaluationStarted: [.annualReport]
        }
    }
}
