package import Scheme

/// What is asked of the present measurement.
package enum MeasurementCommand: Hashable, Sendable {
    /// Open the survey, with the newest questionnaire and all establishments unless others are given.
    case openSurvey(QuestionnaireID?, invited: Int?, on: CalendarDate)
    /// Count answers that have been taken over.
    case receiveResponses(ResponseReceipt)
    /// Close the survey.
    case closeSurvey(on: CalendarDate)
    /// Record inspection rounds with their findings.
    case holdInspections([NewInspection])
    /// Take over the police's figures.
    case deliverPolice(PoliceFigures)
    /// Take over the fire brigade's figures.
    case deliverFire(FireFigures)
    /// Establish the measurement; the tally is that of the survey's responses, and the links are those with the responses
    /// of the measurement before.
    case establish(
        on: CalendarDate,
        discussedOn: CalendarDate?,
        bottlenecks: [NewBottleneck],
        tally: SurveyTally?,
        links: [LinkedAnswers] = []
    )

    /// The action, for the sentence of a refusal.
    package var action: MeasurementAction {
        switch self {
        case .openSurvey: .openSurvey
        case .receiveResponses: .importResponses
        case .closeSurvey: .closeSurvey
        case .holdInspections: .importInspection
        case .deliverPolice: .deliverPolice
        case .deliverFire: .deliverFire
        case .establish: .establish
        }
    }
}
