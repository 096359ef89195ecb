package import Scheme

/// A run's plan of approach as it stands.
package struct PlanSummary: Codable, Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The version that was adopted last, 0 while there is none.
    package let version: Int
    /// The day on which it was adopted.
    package let adoptedOn: CalendarDate?
    /// The number of the step at which the run is.
    package let phase: Int
    /// The problems of the latest safety analysis.
    package let bottlenecks: [PlanBottleneck]
    /// What the plan wants to reach.
    package let objectives: [PlanObjective]
    /// How far the objectives of the plan in force had been reached at the latest evaluation; none before the first.
    package let judgements: [ObjectiveJudgement]
    /// All measures, also those done and dropped.
    package let measures: [PlanMeasure]
    /// The activities, by measure.
    package let activities: [PlanActivity]
    /// The years of which the yearly report has been established.
    package let annualReports: [Int]
    /// The plan's revision, for a command that expects it.
    package let revision: Int64

    /// Makes the value.
    package init(
        run: RunID,
        version: Int,
        adoptedOn: CalendarDate?,
        phase: Int,
        bottlenecks: [PlanBottleneck],
        objectives: [PlanObjective],
        judgements: [ObjectiveJudgement] = [],
        measures: [PlanMeasure],
        activities: [PlanActivity],
        annualReports: [Int],
        revision: Int64
    ) {
        self.run = run
        self.version = version
        self.adoptedOn = adoptedOn
        self.phase = phase
        self.bottlenecks = bottlenecks
        self.objectives = objectives
        self.judgements = judgements
        self.measures = measures
        self.activities = activities
        self.annualReports = annualReports
        self.revision = revision
    }
}
