/// Says which rule was broken, by which seed, and what came before.
package struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// The seed that repeats it.
    package let seed: UInt64
    /// The number of the step after which the rule was found broken, from 1.
    package let step: Int
    /// The rule and how it was broken, one sentence.
    package let sentence: String
    /// The newest lines of the trace, oldest first.
    package let trace: [String]

    package var description: String {
        """
        seed \(seed), step \(step): \(sentence)
        the last \(trace.count) lines of its trace:
        \(trace.map { "  \($0)" }.joined(separator: "\n"))
        """
    }
}
