/// What came out of one question without an indicator; never what firms wrote in their own words.
package struct FurtherOutcome: Hashable, Sendable {
    /// The question.
    package let question: FurtherQuestion
    /// Those that answered; `nil` when too few did to tell it.
    package let valid: Int?
    /// The answers; none for a number.
    package let parts: [QuestionOutcome.Part]
    /// The sum of the numbers; `nil` when fewer than 5 establishments gave one above 0, whose numbers it would betray.
    package let total: Int?

    /// The sum for each 100 establishments that answered; `nil` when the sum is hidden or there are too few answers.
    package var per100: Double? {
        guard let total, let valid, valid >= PublicationRule.smallestBase else { return nil }
        return Double(total) * 100 / Double(valid)
    }
}
