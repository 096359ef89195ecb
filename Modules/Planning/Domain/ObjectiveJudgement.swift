package import Scheme

/// How far an objective of the plan in force had been reached at a measurement.
package struct ObjectiveJudgement: Hashable, Sendable {
    /// The objective as the plan in force had it.
    package let objective: Objective
    /// The number of the measurement by which it is judged.
    package let measurement: Int
    /// The day on which that measurement was evaluated.
    package let on: CalendarDate
    /// The figure in that measurement; `nil` without data.
    package let value: Double?
    /// The lower limit of its interval.
    package let lower: Double?
    /// The upper limit of its interval.
    package let upper: Double?
    /// How far it has been reached.
    package let grade: GoalGrade

    /// Makes a judgement.
    package init(
        objective: Objective,
        measurement: Int,
        on: CalendarDate,
        value: Double?,
        lower: Double?,
        upper: Double?,
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
