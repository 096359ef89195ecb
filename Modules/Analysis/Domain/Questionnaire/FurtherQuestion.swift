/// A question that shows no indicator: what kind of firm it is, where and how often, and remarks.
///
/// It makes no figure of a measurement and so never enters an event; a file may leave it out.
package struct FurtherQuestion: Hashable, Sendable {
    /// The code, which is the column's name in a file.
    package let code: QuestionCode
    /// The version of the wording, from 1.
    package let version: Int
    /// The wording.
    package let text: String
    /// The answers that it allows.
    package let answer: FurtherAnswer
    /// Whom it is put to, for instance `allen`.
    package let asked: String
    /// The groups that its answers make, or `nil` when answers are not told apart by it.
    package let stratum: FirmGrouping?

    /// Makes the value.
    package init(
        code: QuestionCode,
        version: Int,
        text: String,
        answer: FurtherAnswer,
        asked: String,
        stratum: FirmGrouping? = nil
    ) {
        self.code = code
        self.version = version
        self.text = text
        self.answer = answer
        self.asked = asked
        self.stratum = stratum
    }

    /// Whether the answers are the firm's own words, which are kept apart from all others.
    package var isOpen: Bool { if case .words = answer { true } else { false } }
}
