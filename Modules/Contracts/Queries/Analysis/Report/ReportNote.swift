/// A fixed sentence that applies, with what fills its places.
package struct ReportNote: Codable, Hashable, Sendable {
    /// Which sentence.
    package let key: ReportNoteKey
    /// The figure that it stands with; `nil` when it is about the whole.
    package let about: String?
    /// What fills the places by name; numbers with a decimal point and without grouping, days as 2026-11-23, lists
    /// separated by `, `.
    package let values: [String: String]

    /// Makes the value.
    package init(key: ReportNoteKey, about: String? = nil, values: [String: String]) {
        self.key = key
        self.about = about
        self.values = values
    }
}
