import Scheme

/// The transitions of a measure's state; each returns `nil` where the state does not allow it.
///
/// | from      | proposed | assigned | started | done | dropped |
/// |-----------|----------|----------|---------|------|---------|
/// | proposed  | yes      | yes      | (1)     |      | yes     |
/// | assigned  | yes      |          | yes     |      | yes     |
/// | started   |          |          | yes     | yes  | yes     |
///
/// (1) Only a proposed change of a measure that the plan in force assigns: that assignment is started.
extension Measure {
    /// The state after another proposal for a measure that has not been started.
    func proposing(_ new: MeasureProposal) -> Measure? {
        let inForce: MeasureAssignment?
        switch self {
        case .proposed(_, let replacing): inForce = replacing
        case .assigned(let assignment): inForce = assignment
        case .started, .done, .dropped: return nil
        }
        // Back to what the plan in force says: nothing is changed for the owner.
        if let inForce, inForce.proposal == new { return .assigned(inForce) }
        return .proposed(new, replacing: inForce)
    }

    /// The state after adoption of the plan with this assignment.
    func assigning(_ assignment: MeasureAssignment) -> Measure? {
        guard case .proposed = self else { return nil }
        return .assigned(assignment)
    }

    /// The state after the start.
    ///
    /// What is started is what the plan in force says. A change that was only proposed lapses, for a measure that was
    /// started is no longer changed; that a plan is being made does not keep an owner from the work.
    func starting(on day: CalendarDate) -> Measure? {
        switch self {
        case .assigned(let assignment), .proposed(_, replacing: .some(let assignment)):
            .started(assignment, on: day, progress: nil)
        case .proposed(_, replacing: nil), .started, .done, .dropped: nil
        }
    }

    /// The state after a report on progress.
    func reporting(_ progress: Progress) -> Measure? {
        guard case .started(let assignment, let start, _) = self else { return nil }
        return .started(assignment, on: start, progress: progress)
    }

    /// The state after completion.
    func completing(on day: CalendarDate) -> Measure? {
        guard case .started(let assignment, _, _) = self else { return nil }
        return .done(assignment, on: day)
    }

    /// The state after the measure was taken out of the plan.
    func dropping(because reason: String, on day: CalendarDate, version: Int) -> Measure? {
        switch self {
        case .proposed, .assigned, .started:
            .dropped(proposal, Drop(reason: reason, on: day, version: wasAdopted ? version : nil))
        case .done, .dropped: nil
        }
    }
}
