package import Scheme

/// How far an objective of the plan had been reached at a measurement.
package struct ObjectiveJudgement: Codable, Hashable, Sendable {
    /// The objective as the plan in force had it.
    package let objective: PlanObjective
    /// The number of the measurement by which it is judged.
    package let measurement: Int
    /// The day on which that measurement was evaluated.
    package let on: CalendarDate
    /// The figure in that measurement; `nil` without data.
    package let value: Double?
    /// The lower limit of its 95 % interval; `nil` for what was counted in full.
    package let lower: Double?
    /// The upper limit.
    package let upper: Double?
    /// How far it has been reached.
    package let grade: GoalGrade

    /// Makes the value.
    package init(
        objective: PlanObjective,
        measurement: Int,
        on: CalendarDate,
        value: Double? = nil,
        lower: Double? = nil,
        upper: Double? = nil,
        grade: GoalGrade
    ) {
        self.objective = objective
        self.measurement = measurement
        self.on = on
        self.value = value
        self.lower = lower
        self.upper = upper
        self.grade = grade
    }
}
