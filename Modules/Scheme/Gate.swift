/// A condition for leaving a step; which step has which gates is data of the scheme.
package enum Gate: String, Codable, Hashable, Sendable, CaseIterable {
    case mandatoryPartiesSigned = "verplichte-partijen-getekend"
    case requiredSources = "vereiste-bronnen"
    case surveyResponse = "enquete-respons"
    case inspectionRounds = "schouwrondes"
    case workgroupDiscussed = "werkgroep-besproken"
    case bottlenecksCovered = "knelpunten-gedekt"
    case measuresAssigned = "maatregelen-belegd"
    case mandatoryPartiesAgree = "verplichte-partijen-akkoord"
    case surveyFresh = "enquete-actueel"
    case independentReviewer = "onafhankelijke-toetser"
    case auditComplete = "audit-volledig"
    case nonconformitiesResolved = "tekortkomingen-opgeheven"
    case positiveDecision = "positief-besluit"
    case annualReport = "jaarverslag"
}
