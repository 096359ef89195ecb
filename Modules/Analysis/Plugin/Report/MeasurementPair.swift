import AnalysisDomain
import Contracts
import Scheme

/// An established measurement with the one before it, to be told to those who read the report.
struct MeasurementPair {
    let now: Measurement
    let before: Measurement?
    let data: ReferenceData

    /// A figure of this measurement.
    func figure(_ id: FigureID) -> AnalysisDomain.Figure? { now.established?.figures.first { $0.id == id } }

    /// A figure of the earlier measurement.
    func earlier(_ id: FigureID) -> AnalysisDomain.Figure? { before?.established?.figures.first { $0.id == id } }

    /// How a figure changed, as it was established.
    func changes(of id: FigureID) -> [Contracts.FigureChange] {
        (now.evaluation?.comparisons.first { $0.after.id == id }?.changes ?? []).map(\.contract)
    }

    /// The shares of the survey.
    var questions: [ReportedQuestion] {
        (now.established?.figures ?? []).filter { $0.source == .survey }.map { figure in
            let earlier = earlier(figure.id)
            let isCompared = now.evaluation?.comparisons.contains { $0.after.id == figure.id } == true
            let entry = data.problems.entry(of: figure.id)
            return ReportedQuestion(
                id: figure.id.text,
                name: figure.name,
                theme: entry?.theme.map(Contracts.SurveyTheme.init),
                yesIsGood: entry?.yesIsGood ?? false,
                now: ReportedShare(figure),
                before: isCompared ? earlier.map(ReportedShare.init) : nil,
                changes: changes(of: figure.id),
                isReworded: earlier != nil && !isCompared
            )
        }
    }

    /// The types of crime in the order of the police's list, withheld ones too.
    var crimes: [ReportedCrime] {
        data.crimes.types.compactMap { type in
            guard let count = now.crimes?.first(where: { $0.crime == type.code }) else { return nil }
            let earlier = before?.crimes?.first { $0.crime == type.code }
            let id = FigureID.crime(type.code)
            return ReportedCrime(
                code: type.code.text,
                id: id.text,
                name: type.title,
                isTotal: type.code.isTotal,
                isWithheld: count.area == .withheld,
                months: ((earlier?.months ?? []) + count.months).map { month in
                    ReportedMonth(month: month.month, area: month.area.number, reference: month.rest)
                },
                now: self.count(id, .policeFigures, now, figure, count.rest),
                before: before.flatMap { self.count(id, .policeFigures, $0, self.earlier, earlier?.rest) },
                changes: changes(of: id),
                rateChange: changes(of: id.per100).first,
                regression: earlier?.regression.map(Contracts.RegressionLine.init)
            )
        }
    }

    /// The categories of the fire brigade that either measurement has.
    var fires: [ReportedFire] {
        data.fireCategories.compactMap { category in
            let id = FigureID.fire(category.code)
            let count = count(id, .fireFigures, now, figure)
            let earlier = before.flatMap { self.count(id, .fireFigures, $0, self.earlier) }
            guard count != nil || earlier != nil else { return nil }
            return ReportedFire(
                category: category.code.text,
                id: id.text,
                name: category.name,
                now: count,
                before: earlier
            )
        }
    }

    private func count(
        _ id: FigureID,
        _ source: MeasurementSource,
        _ measurement: Measurement,
        _ figure: (FigureID) -> AnalysisDomain.Figure?,
        _ reference: Int? = nil
    ) -> ReportedCount? {
        guard let counted = figure(id), let window = measurement.windows[source] else { return nil }
        return ReportedCount(
            from: window.from,
            through: window.through,
            count: counted.count,
            lower: counted.lower,
            upper: counted.upper,
            reference: reference,
            rate: figure(id.per100).flatMap(ReportedRate.init),
            // Fires are too few a year to test.
            detectable: source == .policeFigures
                ? DetectableFall(from: counted.count, atMost: counted.detectable) : nil
        )
    }
}
