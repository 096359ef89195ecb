/// Enough establishments have answered.
package struct ResponseThreshold: Hashable, Sendable {
    /// The number of establishments that answered.
    package let answers: Int
    /// The number that the scheme asks for.
    package let needed: Int
    /// The number invited.
    package let invited: Int

    /// Makes the value.
    package init(answers: Int, needed: Int, invited: Int) {
        (self.answers, self.needed, self.invited) = (answers, needed, invited)
    }
}
