import Statistics

/// How far a survey has come.
package struct SurveyProgress: Hashable, Sendable {
    /// The number of establishments that have answered.
    package let answers: Int
    /// The number invited, frozen at the opening.
    package let invited: Int
    /// The number that the scheme asks for; 0 when it asks for none.
    package let needed: Int

    /// Makes the value.
    package init(answers: Int, invited: Int, needed: Int) {
        (self.answers, self.invited, self.needed) = (answers, invited, needed)
    }

    /// The margin that the answers give a share of a half at 95 %, as a share; `nil` without answers.
    ///
    /// The half-width of the interval with the correction for the finite number invited; other shares have less.
    package var margin: Double? { margin(of: answers) }

    /// The margin that just enough answers for the scheme would give; `nil` when it asks for none.
    package var marginNeeded: Double? { needed > 0 ? margin(of: needed) : nil }

    /// Refused only for more answers than were invited, which an import never lets come about.
    private func margin(of answers: Int) -> Double? { try? achievedMargin(population: invited, n: answers) }
}
