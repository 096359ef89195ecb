import Contracts
import Scheme

/// An area has given out the number of its next run; kept in the registry's own log only.
struct RunGivenOut: StoredForm {
    static let type = "registry.run-given-out.v1"
    /// The area.
    let area: AreaID
    /// The run.
    let run: RunID
}
