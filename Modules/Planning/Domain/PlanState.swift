package import Scheme

/// A plan of approach with all that its rules depend on.
package struct PlanState: Hashable, Sendable {
    /// What is known of the run.
    package struct Run: Hashable, Sendable {
        /// The areas under the run.
        package let areas: [AreaID]
        /// The scheme version of the run.
        package let scheme: SchemeID
        /// The day on which it started.
        package let startedOn: CalendarDate
    }

    /// The last version that was adopted.
    package struct Version: Hashable, Sendable {
        /// The version, from 1.
        package let number: Int
        /// The day of adoption.
        package let on: CalendarDate
        /// The measurement on which it rests.
        package let measurement: Int?
        /// What it wants to reach, whatever is drafted for the next one.
        package let objectives: [Objective]
    }

    /// The run, `nil` until its start was heard.
    package var run: Run?
    /// Whether the run was given up.
    package var isStopped = false
    /// The number of the step at which the run is.
    package var phase = 1
    /// The pass in which the run is, from 1.
    package var round = 1
    /// Who takes part.
    package var parties: Set<Party> = []
    /// The latest safety analysis.
    package var analysis: SafetyAnalysis?
    /// The number of the latest measurement that was evaluated.
    package var evaluated: Int?
    /// The last version that was adopted.
    package var version: Version?
    /// Whether a version was adopted at this step, so that the run is about to go on.
    package var isAdoptedAtThisStep = false
    /// What the plan wants to reach.
    package var objectives: [LocalID: Objective] = [:]
    /// What earlier versions wanted to reach, oldest first.
    package var endedObjectives: [EndedObjective] = []
    /// How far the objectives of the plan in force had been reached at the latest evaluation.
    package var judgements: [ObjectiveJudgement] = []
    /// Why bottlenecks of the latest analysis get no objective.
    package var arguedAway: [LocalID: String] = [:]
    /// All measures, also those done and dropped.
    package var measures: [LocalID: Measure] = [:]
    /// The day of the plan by which each measure was assigned first.
    package var assignedOn: [LocalID: CalendarDate] = [:]
    /// The activities per measure.
    package var activities: [LocalID: [LocalID: Activity]] = [:]
    /// The deadline of which the passing was told, per measure.
    package var overdue: [LocalID: CalendarDate] = [:]
    /// The years of which the yearly report was established.
    package var annualReports: Set<Int> = []

    /// Makes the state of a plan of which nothing is known.
    package init() {}
}
