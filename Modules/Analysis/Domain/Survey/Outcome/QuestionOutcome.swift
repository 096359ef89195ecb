package import Statistics

/// What came out of one question that shows an indicator.
package struct QuestionOutcome: Hashable, Sendable {
    /// A part of the answers.
    package struct Part: Hashable, Sendable {
        /// The answer, or the marks from and to.
        package let answer: String
        /// The number of establishments; `nil` when it is hidden.
        package let count: Int?
    }

    /// What came out in one group.
    package struct Group: Hashable, Sendable {
        /// The group's answer to the question that tells groups apart; `nil` for those that did not answer that one.
        package let name: String?
        /// The share; `nil` when it is hidden.
        package let share: ShareOutcome?
        /// Whether nobody in it answered, which is told.
        package let isEmpty: Bool
        /// The mean of the marks; `nil` when it is hidden or the question asks for none.
        package let mean: MeanEstimate?
    }

    /// The question.
    package let question: Question
    /// The share in the whole area; `nil` when too few answered to tell it.
    package let share: ShareOutcome?
    /// The mean of the marks with fewer invited than endless; `nil` for other questions or too few answers.
    package let mean: MeanEstimate?
    /// How the answers spread; none for two answers, which the share tells, or when too few answered.
    package let parts: [Part]
    /// The groups; none when they were not asked for.
    package let groups: [Group]
}
