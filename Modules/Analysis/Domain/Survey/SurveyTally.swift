/// Counts of answers, made from the private responses when a measurement is established.
package struct SurveyTally: Hashable, Sendable {
    /// The counts of one indicator.
    package struct Indicator: Hashable, Sendable {
        /// The figure.
        package let id: FigureID
        /// The answers that count as yes.
        package let yes: Int
        /// All valid answers.
        package let valid: Int

        /// Makes the value.
        package init(id: FigureID, yes: Int, valid: Int) { (self.id, self.yes, self.valid) = (id, yes, valid) }
    }

    /// The least number of valid answers for a share that may be told; with fewer it would say what single firms answered.
    ///
    /// An assumption of ours, in line with what is customary for subgroups of small surveys.
    package static let smallestBase = 5

    /// The number of responses that were counted.
    package let responses: Int
    /// The counts by indicator.
    package let indicators: [Indicator]

    /// Makes the value.
    package init(responses: Int, indicators: [Indicator]) {
        (self.responses, self.indicators) = (responses, indicators)
    }
}
