package import Scheme

/// An objective of the plan in force has been held against an evaluation.
package struct ObjectiveJudged: RunEventContract {
    package static let name = "doel-beoordeeld"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The objective, the figure by which it is judged, and how far it has been reached.
    package let judgement: ObjectiveJudgement

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], judgement: ObjectiveJudgement) {
        self.run = run
        self.areas = areas
        self.judgement = judgement
    }

    package var subject: String { "plan/\(run)" }
}
