/// Tells how far a survey has come after an import.
package struct ImportedResponses: Codable, Hashable, Sendable {
    /// The number of establishments in the file.
    package let received: Int
    /// The number of establishments that have answered in all.
    package let answers: Int
    /// The number that the scheme asks for; 0 when it asks for none.
    package let needed: Int
    /// What was left out of the file and why, in sentences; `nil` when nothing was.
    package let notices: [String]?

    /// Makes the value.
    package init(received: Int, answers: Int, needed: Int, notices: [String]? = nil) {
        self.received = received
        self.answers = answers
        self.needed = needed
        self.notices = notices
    }
}
