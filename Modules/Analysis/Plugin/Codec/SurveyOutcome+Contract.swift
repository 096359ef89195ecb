import AnalysisDomain
import Contracts
import Statistics

extension QuestionResult {
    init(_ outcome: QuestionOutcome) {
        let question = outcome.question
        self.init(
            code: question.code.text,
            version: question.version,
            text: question.text,
            indicator: question.indicator.id.text,
            name: question.indicator.name,
            share: outcome.share.map(ShareResult.init),
            marks: outcome.mean.flatMap(MarkResult.init),
            parts: outcome.parts.map { AnswerPart(answer: $0.answer, count: $0.count) },
            groups: outcome.groups.map(GroupResult.init)
        )
    }
}

extension ShareResult {
    init(_ outcome: ShareOutcome) {
        self.init(
            yes: outcome.yes,
            valid: outcome.valid,
            value: outcome.estimate?.p,
            lower: outcome.estimate?.lower,
            upper: outcome.estimate?.upper,
            firmsLower: outcome.firms?.lowerBound,
            firmsUpper: outcome.firms?.upperBound
        )
    }
}

extension MarkResult {
    /// The mean, or `nil` without marks.
    init?(_ estimate: MeanEstimate) {
        guard let mean = estimate.mean else { return nil }
        self.init(
            count: estimate.n,
            mean: mean,
            deviation: estimate.standardDeviation,
            lower: estimate.interval?.lower,
            upper: estimate.interval?.upper,
            allEqual: estimate.standardDeviation == 0
        )
    }
}

extension GroupResult {
    init(_ outcome: QuestionOutcome.Group) {
        self.init(
            name: outcome.name,
            share: outcome.share.map(ShareResult.init),
            isEmpty: outcome.isEmpty,
            marks: outcome.mean.flatMap(MarkResult.init)
        )
    }
}

extension FurtherResult {
    init(_ outcome: FurtherOutcome) {
        self.init(
            code: outcome.question.code.text,
            version: outcome.question.version,
            text: outcome.question.text,
            valid: outcome.valid,
            parts: outcome.parts.map { AnswerPart(answer: $0.answer, count: $0.count) },
            total: outcome.total,
            per100: outcome.per100
        )
    }
}
