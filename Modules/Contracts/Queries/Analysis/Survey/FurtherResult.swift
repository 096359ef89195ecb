/// What came out of a question without an indicator; of own words only how many wrote.
package struct FurtherResult: Codable, Hashable, Sendable {
    /// The code, such as I1.
    package let code: String
    /// The version of the wording.
    package let version: Int
    /// The wording.
    package let text: String
    /// Those that answered; `nil` when fewer than 5 did.
    package let valid: Int?
    /// The answers.
    package let parts: [AnswerPart]
    /// The sum of the numbers; `nil` when hidden or when the question asks for none.
    package let total: Int?
    /// The sum for each 100 that answered.
    package let per100: Double?

    /// Makes the value.
    package init(
        code: String,
        version: Int,
        text: String,
        valid: Int? = nil,
        parts: [AnswerPart],
        total: Int? = nil,
        per100: Double? = nil
    ) {
        self.code = code
        self.version = version
        self.text = text
        self.valid = valid
        self.parts = parts
        self.total = total
        self.per100 = per100
    }
}
