package import Scheme

/// A measure of a plan and how far it is; what cannot be together does not exist together.
package enum Measure: Hashable, Sendable {
    /// Put forward in the plan that is being made; `replacing` is what the plan in force says and stays in force.
    case proposed(MeasureProposal, replacing: MeasureAssignment?)
    /// Given to its owner by the plan in force.
    case assigned(MeasureAssignment)
    /// Being carried out since a day.
    case started(MeasureAssignment, on: CalendarDate, progress: Progress?)
    /// Carried out on a day.
    case done(MeasureAssignment, on: CalendarDate)
    /// Taken out of the plan.
    case dropped(MeasureProposal, Drop)

    /// How far a measure had come on a day.
    package struct Progress: Hashable, Sendable {
        /// How far, 0 to 100.
        package let percent: Int
        /// The day.
        package let on: CalendarDate

        /// Makes a report.
        package init(percent: Int, on: CalendarDate) { (self.percent, self.on) = (percent, on) }
    }

    /// Why a measure was taken out.
    package struct Drop: Hashable, Sendable {
        /// The reason that was given.
        package let reason: String
        /// The day.
        package let on: CalendarDate
        /// The version of the plan from which it was taken, or `nil` when no adopted plan had it.
        package let version: Int?
    }

    /// What the measure is about, whatever its state.
    package var proposal: MeasureProposal {
        switch self {
        case .proposed(let proposal, _), .dropped(let proposal, _): proposal
        case .assigned(let assignment), .started(let assignment, _, _), .done(let assignment, _): assignment.proposal
        }
    }

    /// What the plan in force says about a measure that is still to be finished, or `nil`.
    package var openAssignment: MeasureAssignment? {
        switch self {
        case .assigned(let assignment), .started(let assignment, _, _): assignment
        case .proposed(_, let replacing): replacing
        case .done, .dropped: nil
        }
    }

    /// Whether the measure counts as part of the plan.
    var isInPlan: Bool {
        if case .dropped = self { false } else { true }
    }

    /// Whether the plan in force has it.
    var wasAdopted: Bool {
        switch self {
        case .assigned, .started, .done, .proposed(_, replacing: .some): true
        case .proposed(_, replacing: nil), .dropped: false
        }
    }

    /// The state as an adjective for a sentence.
    var stateName: String {
        switch self {
        case .proposed(_, replacing: nil): "only proposed"
        case .proposed(_, replacing: .some): "assigned and not started, with a change proposed"
        case .assigned: "assigned and not started"
        case .started: "being carried out"
        case .done: "done"
        case .dropped: "dropped"
        }
    }
}
