import EventSourcing
package import Scheme

/// Why something does not happen to a measurement.
package enum AnalysisRefusal: DomainRefusal {
    case unknownRun(RunID)
    case unknownScheme(RunID, SchemeID)
    case stopped(RunID, on: CalendarDate)
    case wrongStep(RunID, at: String, MeasurementAction, allowed: [String])
    case established(RunID, number: Int, on: CalendarDate)
    case future(CalendarDate, what: String, today: CalendarDate)
    case tooEarly(CalendarDate, what: String, since: String, CalendarDate)

    case surveyOpened(on: CalendarDate)
    case surveyNotOpened(MeasurementAction)
    case surveyClosed(MeasurementAction, on: CalendarDate)
    case noQuestionnaire(AreaKind)
    case unknownQuestionnaire(QuestionnaireID, known: [QuestionnaireID])
    case otherQuestionnaire(QuestionnaireID, for: AreaKind, not: AreaKind, known: [QuestionnaireID])
    case invitedOutOfRange(Int, most: Int)
    case noResponses
    case tooManyAnswers(Int, invited: Int)
    case responsesLost(kept: Int, answers: Int)

    case noInspection
    case noParticipants
    case strangers([OrganisationID])
    case participantRepeated(OrganisationID)
    case inspectionRepeated(InspectionKind, on: CalendarDate, as: LocalID)
    case inspectionTooOld(CalendarDate, today: CalendarDate)
    case inspectionInLight(LightFault)
    case unknownFinding(LocalID, in: RunID)
    case findingResolved(LocalID, on: CalendarDate)

    case delivered(MeasurementSource, in: MeasurementRef)
    case unfitSource(MeasurementSource)
    case notTwelveMonths(MeasurementSource)
    case notLater(MeasurementSource, MonthWindow, than: MonthWindow, of: Int)
    case tooOld(MeasurementSource, MonthWindow, today: CalendarDate)
    case incomplete(MeasurementSource, String, CalendarMonth)
    case regionMissing(String)
    case ownRegion(String)
    case regionsRepeated
    case nothingRelevant

    case sourcesMissing(String, [MeasurementSource], surveyIsOpen: Bool)
    case responseTooLow(String, answers: Int, needed: Int, invited: Int)
    case roundsMissing(String, [String])
    case notDiscussed(String)
    case discussedLater(CalendarDate, than: CalendarDate)
    case notEstablished(RunID, number: Int?)
    case noBottlenecks
    case bottleneckRepeated(LocalID)
    case unfitTitle(LocalID)
    case unknownIndicator(String, of: LocalID, known: [FigureID])

    package var gate: String? {
        switch self {
        case .sourcesMissing: Gate.requiredSources.rawValue
        case .responseTooLow: Gate.surveyResponse.rawValue
        case .roundsMissing: Gate.inspectionRounds.rawValue
        case .notDiscussed, .discussedLater: Gate.workgroupDiscussed.rawValue
        default: nil
        }
    }
}
