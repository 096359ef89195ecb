import Contracts
import Scheme

/// The end of a run was heard of; kept in certification's own log only.
struct RunStopHeard: RunForm {
    static let type = "certification.run-stop-heard.v1"
    /// The run.
    let run: RunID
    /// The areas under the run.
    let areas: [AreaID]
}
