import Contracts
import Scheme

/// A run's step was heard of; kept in certification's own log only.
struct PhaseHeard: RunForm {
    static let type = "certification.phase-heard.v1"
    /// The run.
    let run: RunID
    /// The areas under the run.
    let areas: [AreaID]
    /// The number of the step.
    let phase: Int
    /// The number of the round.
    let round: Int
}
