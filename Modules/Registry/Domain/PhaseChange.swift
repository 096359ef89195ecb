/// A step that ended and the one that begins.
package struct PhaseChange: Hashable, Sendable {
    /// The number of the step that ended; `nil` at the start.
    package let from: Int?
    /// The number of the step that begins.
    package let to: Int
    /// The Dutch name of the step that begins.
    package let name: String
    /// The number of the pass, from 1.
    package let round: Int
    /// The event that ended the step.
    package let because: String

    /// Makes a change.
    package init(from: Int?, to: Int, name: String, round: Int, because: String) {
        self.from = from
        self.to = to
        self.name = name
        self.round = round
        self.because = because
    }
}
