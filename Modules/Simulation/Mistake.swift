/// A mistake that is planted in front of the consumers, to show that the simulation finds it.
package enum Mistake: String, CaseIterable, Hashable, Sendable {
    /// Every epoch counts as the one that was followed before.
    case skipsEpochCheck = "skips the epoch check"
    /// An effect counts as made, and may be acknowledged, before its transaction commits.
    case acknowledgesBeforeCommit = "acknowledges before the commit"
    /// An entry is ignored unless its number, as text without leading zeros, sorts after the last one's.
    case comparesSequencesAsText = "compares sequences as text"
}
