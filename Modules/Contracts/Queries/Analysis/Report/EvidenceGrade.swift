/// How strong the evidence for a measure is.
package enum EvidenceGrade: String, Codable, Hashable, Sendable, CaseIterable {
    /// A systematic review with an average effect.
    case review = "A"
    /// A randomised or good quasi-experiment, or a review without a pooled effect.
    case experiment = "B"
    /// A practice guide or theory, with little measured effect.
    case practice = "C"
    /// Evidence that is mixed, absent or against.
    case doubtful = "D"
}
