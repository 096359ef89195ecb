import Contracts
import Scheme

/// A yearly report was heard of; kept in the registry's own log only.
struct AnnualReportNoted: StoredForm {
    static let type = "registry.annual-report-noted.v1"
    /// The run.
    let run: RunID
    /// The areas under the run.
    let areas: [AreaID]
    /// The year that it is about.
    let year: Int
}
