package import Scheme

/// A stored form that concerns one run and its areas, whether it is published or not.
package protocol RunForm: StoredForm {
    /// The run.
    var run: RunID { get }
    /// The areas under the run.
    var areas: [AreaID] { get }
}

/// A published event that concerns one run.
package protocol RunEventContract: EventContract, RunForm {}
