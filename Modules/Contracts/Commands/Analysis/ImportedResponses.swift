/// Tells how far a survey has come after an import.
package struct ImportedResponses: Codable, Hashable, Sendable {
    /// The number of establishments in the file.
    package let received: Int
    /// The number of establishments that have answered in all.
    package let answers: Int
    /// The number that the scheme asks for; 0 when it asks for none.
    package let needed: Int

    /// Makes the value.
    package init(received: Int, answers: Int, needed: Int) {
        self.received = received
        self.answers = answers
        self.needed = needed
    }
}
