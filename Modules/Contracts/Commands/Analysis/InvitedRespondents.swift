/// Tells how many codes a survey has.
package struct InvitedRespondents: Codable, Hashable, Sendable {
    /// The number of codes.
    package let codes: Int
    /// The number of them that have answered already.
    package let answered: Int

    /// Makes the value.
    package init(codes: Int, answered: Int) { (self.codes, self.answered) = (codes, answered) }
}
