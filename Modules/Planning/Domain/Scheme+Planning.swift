import Scheme

/// The names of the events that end the steps in which a plan is made and carried out, as scheme files write them.
package enum PlanningStepEnd {
    /// Ends the step in which the first plan is made.
    package static let adopted = "plan-van-aanpak-vastgesteld"
    /// Ends the step in which the plan is adjusted.
    package static let adjusted = "plan-van-aanpak-bijgesteld"
    /// Ends the step in which the plan is carried out.
    package static let executed = "evaluatie-gestart"
}

extension Scheme {
    /// The step in which the first plan is made, if there is one.
    var firstPlanStep: [Phase] { steps(PlanningStepEnd.adopted) }

    /// The steps in which a plan is made or adjusted.
    var planningSteps: [Phase] { steps(PlanningStepEnd.adopted) + steps(PlanningStepEnd.adjusted) }

    /// The step in which the plan is carried out.
    var executionStep: [Phase] { steps(PlanningStepEnd.executed) }

    /// The steps that come round again and again, beginning with that of execution.
    var cycle: [Phase] {
        var steps = executionStep
        while let last = steps.last, let next = phase(last.next), !steps.contains(next) { steps.append(next) }
        return steps
    }

    private func steps(_ end: String) -> [Phase] { phase(endingWith: end).map { [$0] } ?? [] }
}
