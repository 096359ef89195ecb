import AnalysisDomain
import Contracts

extension ReportedShare {
    init(_ figure: AnalysisDomain.Figure) {
        self.init(
            yes: figure.count,
            valid: figure.outOf ?? 0,
            population: figure.population ?? 0,
            value: figure.value,
            lower: figure.lower,
            upper: figure.upper,
            firmsLower: figure.firms?.lowerBound,
            firmsUpper: figure.firms?.upperBound
        )
    }
}

extension ReportedRate {
    init?(_ figure: AnalysisDomain.Figure) {
        guard let value = figure.value, let lower = figure.lower, let upper = figure.upper,
            let establishments = figure.population
        else { return nil }
        self.init(value: value, lower: lower, upper: upper, establishments: establishments)
    }
}

extension Contracts.RegressionLine {
    init(_ line: AnalysisDomain.RegressionLine) {
        self.init(regions: line.regions, mean: line.mean, expected: line.expected, dropPercent: line.dropPercent)
    }
}

extension Contracts.SurveyTheme {
    init(_ theme: AnalysisDomain.SurveyTheme) {
        self =
            switch theme {
            case .feeling: .feeling
            case .crime: .crime
            case .reporting: .reporting
            case .nuisance: .nuisance
            case .upkeep: .upkeep
            case .fire: .fire
            case .cyber: .cyber
            case .cooperation: .cooperation
            }
    }
}

extension Contracts.CatalogueMeasure {
    init(_ measure: AnalysisDomain.CatalogueMeasure) {
        self.init(
            id: measure.id,
            name: measure.name,
            grade: EvidenceGrade(measure.grade),
            source: measure.source,
            sourceStatus: SourceStatus(measure.sourceStatus),
            mechanism: measure.mechanism,
            note: measure.note.isEmpty ? nil : measure.note
        )
    }
}

extension EvidenceGrade {
    fileprivate init(_ grade: AnalysisDomain.CatalogueMeasure.Grade) {
        self =
            switch grade {
            case .review: .review
            case .experiment: .experiment
            case .practice: .practice
            case .doubtful: .doubtful
            }
    }
}

extension SourceStatus {
    fileprivate init(_ status: AnalysisDomain.CatalogueMeasure.SourceStatus) {
        self =
            switch status {
            case .abstract: .abstract
            case .found: .found
            case .memory: .memory
            }
    }
}

extension AnalysisDecider {
    /// The problems of a measurement, ranked, with the measures of the catalogue for each.
    func problems(_ established: EstablishedAnalysis) -> [ReportedProblem] {
        data.problems.ranked(established.bottlenecks, by: established.figures).map { problem in
            ReportedProblem(
                bottleneck: problem.bottleneck.id,
                title: problem.bottleneck.title,
                indicator: problem.bottleneck.figure.text,
                value: problem.bottleneck.value,
                rank: problem.rank,
                likelihood: problem.likelihood.map { risk in
                    Contracts.RiskClass(value: risk.value, lowest: risk.lowest, highest: risk.highest, rate: risk.rate)
                },
                impact: problem.impact,
                keys: problem.keys.map(\.text),
                measures: data.measures.measures(for: problem.keys).map(Contracts.CatalogueMeasure.init)
            )
        }
    }
}
