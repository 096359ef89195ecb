/// Where a finding is on the way from found to solved.
package enum FindingStatus: String, Codable, Hashable, Sendable, CaseIterable {
    /// To be solved, and not late.
    case open = "open"
    /// Not solved on the day by which it had to be.
    case overdue = "te-laat"
    /// Overdue for so long that it goes before the workgroup.
    case escalated = "geescaleerd"
    /// Solved.
    case resolved = "opgelost"
}
