/// How many establishments of a group gave an answer, and how many of them said yes.
package struct GroupCount: Hashable, Sendable {
    /// Those that said yes.
    package let yes: Int
    /// Those that answered.
    package let valid: Int

    /// Makes a count of which the yes are a part of the valid answers.
    package init(yes: Int, valid: Int) { (self.yes, self.valid) = (yes, valid) }

    /// Those that answered and did not say yes.
    var no: Int { valid - yes }
}
