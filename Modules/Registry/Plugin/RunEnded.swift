import Contracts
import Scheme

/// An area's run has been given up; kept in the registry's own log only.
struct RunEnded: StoredForm {
    static let type = "registry.run-ended.v1"
    /// The area.
    let area: AreaID
    /// The run.
    let run: RunID
}
