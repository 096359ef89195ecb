/// Tells what must be known of rounds that were recorded.
package struct RecordedInspection: Codable, Hashable, Sendable {
    /// What could not be checked, in one sentence; `nil` when there is nothing to say.
    package let note: String?

    /// Makes the value.
    package init(note: String?) { self.note = note }
}
