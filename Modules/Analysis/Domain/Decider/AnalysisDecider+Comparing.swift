import Scheme
import Statistics

extension AnalysisDecider {
    /// Sets figures beside those of the measurement before; a survey figure only when its question is the same.
    func compare(
        _ before: Measurement,
        _ now: Measurement,
        _ figures: [Figure],
        _ links: [LinkedAnswers]
    ) -> [FigureComparison] {
        let compared: [FigureComparison] = figures.compactMap { figure in
            guard let earlier = before.established?.figures.first(where: { $0.id == figure.id }) else { return nil }
            if figure.source == .survey {
                guard let first = before.survey?.questionnaire, let second = now.survey?.questionnaire,
                    data.questionnaires.compares(figure.id, first, second)
                else { return nil }
            }
            return FigureComparison(
                before: earlier,
                after: figure,
                changes: changes(earlier, figure, before, now, links)
            )
        }
        return compared.adjusted(by: data.problems)
    }

    /// The changes that may be estimated: fires are too few to test, and findings are counted in full.
    private func changes(
        _ earlier: Figure,
        _ figure: Figure,
        _ before: Measurement,
        _ now: Measurement,
        _ links: [LinkedAnswers]
    ) -> [FigureChange] {
        switch (figure.source, figure.unit) {
        case (.survey, _):
            shareChanges(from: earlier, to: figure, linkedBy: links.first { $0.figure == figure.id })
        case (.policeFigures, .count): now.crimeComparison(of: figure.id, with: before)?.changes ?? []
        case (.policeFigures, .ratePer100): now.rateChange(from: earlier, to: figure, before).map { [$0] } ?? []
        case (.policeFigures, .share), (.fireFigures, _), (.inspection, _): []
        }
    }
}

extension AnalysisState {
    /// The latest established measurement before one.
    package func established(before number: Int) -> Measurement? {
        measurements.values.filter { $0.number < number && $0.established != nil }.max { $0.number < $1.number }
    }
}

extension Measurement {
    /// A type of crime in this measurement and an earlier one; `nil` when one of them lacks it.
    package func crimeComparison(of figure: FigureID, with earlier: Measurement) -> CrimeComparison? {
        guard let before = earlier.crimes?.first(where: { .crime($0.crime) == figure }),
            let after = crimes?.first(where: { .crime($0.crime) == figure }),
            let first = earlier.windows[.policeFigures], let second = windows[.policeFigures]
        else { return nil }
        return CrimeComparison(
            before: before,
            after: after,
            years: BeforeAfter(before: first.years, after: second.years)
        )
    }

    /// The change of a rate, in which the number of establishments may have changed too.
    fileprivate func rateChange(from earlier: Figure, to figure: Figure, _ before: Measurement) -> FigureChange? {
        guard let first = before.windows[.policeFigures], let second = windows[.policeFigures],
            let firms = earlier.population, let firmsNow = figure.population
        else { return nil }
        return rateRatio(
            figure.count,
            Double(firmsNow) * second.years,
            over: earlier.count,
            Double(firms) * first.years
        )
    }
}
