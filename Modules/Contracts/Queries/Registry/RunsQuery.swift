package import Scheme

/// Asks for one run or for all.
package struct RunsQuery: QueryContract {
    package typealias Answer = RunList
    package static let name = "registry.runs"
    /// The run, or `nil` for all.
    package let run: RunID?

    /// Makes the query.
    package init(run: RunID? = nil) {
        self.run = run
    }
}
