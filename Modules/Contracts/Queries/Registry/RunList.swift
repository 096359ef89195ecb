/// Runs, in the order of their identifiers; none when the one that was asked for does not exist.
package struct RunList: Codable, Hashable, Sendable {
    /// The runs.
    package let runs: [RunSummary]

    /// Makes the value.
    package init(runs: [RunSummary]) {
        self.runs = runs
    }
}
