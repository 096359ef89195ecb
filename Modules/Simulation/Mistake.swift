/// A mistake that is planted in front of the real parts, to show that the simulation finds it.
package enum Mistake: String, CaseIterable, Hashable, Sendable {
    /// For a consumer every epoch counts as the one that was followed before.
    case skipsEpochCheck = "a consumer that skips the epoch check"
    /// For a consumer an effect counts as made, and may be acknowledged, before its transaction commits.
    case acknowledgesBeforeCommit = "a consumer that acknowledges before the commit"
    /// A consumer ignores an entry unless its number, as text without leading zeros, sorts after the last one's.
    case comparesSequencesAsText = "a consumer that compares sequences as text"
    /// The gateway puts events into a partner's feed that no grant gives.
    case givesWithoutGrant = "a gateway that gives what was not granted"
    /// A snapshot has of each subject the entry with the highest offset, also when a back-fill put an old one there.
    case ranksSnapshotByOffset = "a snapshot that takes the newest by its offset"
}
