import Contracts
import Scheme

extension Edition {
    /// A value of an indicator: a share of the survey as a percentage, anything else as a number.
    func amount(_ value: Double, of indicator: String) -> String {
        if indicator.hasPrefix("enquete.") { return texts.percent(value) }
        let isWhole = value == value.rounded()
        return texts.write(.number(value, decimals: isWhole ? 0 : 1))
    }

    /// The grade in words.
    func words(_ grade: GoalGrade) -> String { texts("doel.\(grade.rawValue)") }

    /// Whether less is better for an objective.
    func isLess(_ judgement: ObjectiveJudgement) -> Bool {
        let objective = judgement.objective
        if let base = objective.base, base != objective.target { return objective.target < base }
        return !(report.survey.first { $0.id == objective.indicator }?.yesIsGood ?? false)
    }

    /// What is aimed at.
    func aim(_ judgement: ObjectiveJudgement) -> String {
        let objective = judgement.objective
        return texts(
            isLess(judgement) ? "doel.streef.minder" : "doel.streef.meer",
            ["streef": .text(amount(objective.target, of: objective.indicator)), "dag": .day(objective.by)]
        )
    }

    /// The figure by which an objective is judged, as counts where these may be told.
    func found(_ judgement: ObjectiveJudgement) -> String? {
        let indicator = judgement.objective.indicator
        if let question = report.survey.first(where: { $0.id == indicator }) { return telling(question.now) }
        return judgement.value.map { amount($0, of: indicator) }
    }

    /// One sentence: the goal, the grade, the figure and the aim.
    func sentence(on judgement: ObjectiveJudgement) -> String {
        let objective = judgement.objective
        var fills: [String: Fill] = [
            "doel": .text(objective.id.text), "titel": .text(objective.title),
            "oordeel": .text(words(judgement.grade)), "streef": .text(aim(judgement)),
        ]
        guard let found = found(judgement) else { return texts("doel.zin.zonder", fills) }
        fills["gevonden"] = .text(found)
        return texts("doel.zin", fills)
    }
}
