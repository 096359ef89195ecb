import Scheme

extension Measurement {
    /// Makes the figures of all sources that came in, in the order survey, police, fire brigade, inspection.
    ///
    /// Registered counts become rates by the number of `establishments` in the run now.
    func figures(_ tally: SurveyTally?, establishments: Int, by data: ReferenceData) -> [Figure] {
        let crimes = data.crimes.types.compactMap { type in
            self.crimes?.first { $0.crime == type.code }.flatMap { Figure(type, $0) }
        }
        let fires = data.fireCategories.compactMap { category in
            self.fires?.first { $0.category == category.code }.map { Figure(category, $0) }
        }
        return surveyFigures(tally, by: data.questionnaires)
            + rated(crimes, from: .policeFigures, establishments)
            + rated(fires, from: .fireFigures, establishments)
            + inspectionFigures
    }

    /// Sets each count's rate behind it.
    private func rated(_ counts: [Figure], from source: MeasurementSource, _ establishments: Int) -> [Figure] {
        guard let window = windows[source] else { return counts }
        return counts.flatMap { count in
            Figure(rateOf: count, establishments: establishments, over: window).map { [count, $0] } ?? [count]
        }
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
