import Contracts
import Scheme

/// The start of a run was heard of; kept in certification's own log only.
struct RunStartHeard: RunForm {
    static let type = "certification.run-start-heard.v1"
    /// The run.
    let run: RunID
    /// The areas under the run.
    let areas: [AreaID]
    /// The area's name.
    let name: String
    /// The scheme version.
    let scheme: SchemeID
}
