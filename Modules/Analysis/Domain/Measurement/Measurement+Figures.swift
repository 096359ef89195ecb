extension Measurement {
    /// Makes the figures of all sources that came in, in the order survey, police, fire brigade, inspection.
    func figures(_ tally: SurveyTally?, by data: ReferenceData) -> [Figure] {
        surveyFigures(tally, by: data.questionnaires)
            + data.crimes.types.compactMap { type in
                crimes?.first { $0.crime == type.code }.flatMap { Figure(type, $0) }
            }
            + data.fireCategories.compactMap { category in
                fires?.first { $0.category == category.code }.map { Figure(category, $0) }
            }
            + inspectionFigures
    }

    private func surveyFigures(_ tally: SurveyTally?, by questionnaires: QuestionnaireCatalogue) -> [Figure] {
        guard let survey, let tally, let questionnaire = questionnaires[survey.questionnaire] else { return [] }
        return questionnaire.questions.compactMap { question in
            tally.indicators.first { $0.id == question.indicator.id }
                .flatMap { Figure(question.indicator, $0, invited: survey.invited) }
        }
    }

    private var inspectionFigures: [Figure] {
        guard !inspections.isEmpty else { return [] }
        return Figure.findings(
            inspections.map(\.findings.count).reduce(0, +),
            open: inspections.map(\.open).reduce(0, +)
        )
    }
}
