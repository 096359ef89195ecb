/// The inspection rounds of this measurement and the one before: findings are counted in full, so nothing is tested.
package struct ReportedInspection: Codable, Hashable, Sendable {
    /// The rounds, those of the earlier measurement first.
    package let rounds: [ReportedRound]
    /// The number of findings of this measurement.
    package let found: Int
    /// How many of them have been solved by now.
    package let solved: Int
    /// The number of findings of the earlier measurement; `nil` without one.
    package let foundBefore: Int?
    /// How many of those have been solved by now.
    package let solvedBefore: Int?
    /// The findings of both, those of the earlier measurement first.
    package let findings: [ReportedFinding]

    /// Makes the value.
    package init(
        rounds: [ReportedRound],
        found: Int,
        solved: Int,
        foundBefore: Int? = nil,
        solvedBefore: Int? = nil,
        findings: [ReportedFinding]
    ) {
        self.rounds = rounds
        self.found = found
        self.solved = solved
        self.foundBefore = foundBefore
        self.solvedBefore = solvedBefore
        self.findings = findings
    }
}
