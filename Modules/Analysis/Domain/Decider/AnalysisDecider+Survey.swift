import Scheme

extension AnalysisDecider {
    func openSurvey(
        _ asked: QuestionnaireID?,
        _ invited: Int?,
        _ on: CalendarDate,
        _ present: PresentMeasurement,
        _ today: CalendarDate
    ) throws(AnalysisRefusal) -> [AnalysisEvent] {
        if let survey = present.measurement.survey { throw .surveyOpened(on: survey.openedOn) }
        try check(on, "the opening of the survey", notAfter: today)
        let questionnaire = try questionnaire(asked, for: present.run.kind)
        let invited = invited ?? present.run.establishments
        guard (1...Self.mostInvited).contains(invited) else {
            throw .invitedOutOfRange(invited, most: Self.mostInvited)
        }
        return [.surveyOpened(present.ref, SurveyOpening(questionnaire: questionnaire.id, invited: invited, on: on))]
    }

    /// Far above any area; keeps a slip of the keyboard out of the figures.
    private static let mostInvited = 100_000

    private func questionnaire(
        _ asked: QuestionnaireID?,
        for kind: AreaKind
    ) throws(AnalysisRefusal) -> Questionnaire {
        let fitting = data.questionnaires.all.filter { $0.kind == kind }.map(\.id)
        guard let asked else {
            guard let newest = data.questionnaires.newest(for: kind) else { throw .noQuestionnaire(kind) }
            return newest
        }
        guard let known = data.questionnaires[asked] else { throw .unknownQuestionnaire(asked, known: fitting) }
        guard known.kind == kind else { throw .otherQuestionnaire(asked, for: known.kind, not: kind, known: fitting) }
        return known
    }

    func receive(_ receipt: ResponseReceipt, _ present: PresentMeasurement) throws(AnalysisRefusal) -> [AnalysisEvent] {
        let survey = try present.openSurvey(doing: .importResponses)
        guard receipt.count > 0 else { throw .noResponses }
        let answers = survey.answers + receipt.count
        guard answers <= survey.invited else { throw .tooManyAnswers(answers, invited: survey.invited) }
        let needed = present.scheme.answersNeeded(of: survey.invited)
        let threshold = ResponseThreshold(answers: answers, needed: needed, invited: survey.invited)
        let isReached = survey.answers < needed && needed <= answers
        return [.responsesReceived(present.ref, receipt)]
            + (isReached ? [.thresholdReached(present.ref, threshold)] : [])
    }

    func closeSurvey(
        _ on: CalendarDate,
        _ present: PresentMeasurement,
        _ today: CalendarDate
    ) throws(AnalysisRefusal) -> [AnalysisEvent] {
        let survey = try present.openSurvey(doing: .closeSurvey)
        try check(on, "the closing of the survey", notAfter: today)
        guard on >= survey.openedOn else {
            throw .tooEarly(on, what: "the closing of the survey", since: "its opening", survey.openedOn)
        }
        return [
            .surveyClosed(present.ref, SurveyClosing(answers: survey.answers, invited: survey.invited, on: on))
        ]
    }
}
