/// The answers that a question allows.
package enum AnswerKind: Hashable, Sendable {
    /// One of some words.
    case choice([String])
    /// A whole mark, such as 1 to 10.
    case mark(ClosedRange<Int>)

    /// Whether a text is one of the answers, exactly as it is written in the questionnaire.
    package func allows(_ text: String) -> Bool {
        switch self {
        case .choice(let options): options.contains(text)
        case .mark(let range): Int(text).map { range.contains($0) && String($0) == text } ?? false
        }
    }
}

extension AnswerKind: CustomStringConvertible {
    /// The answers in a sentence.
    package var description: String {
        switch self {
        case .choice(let options): options.joined(separator: ", ")
        case .mark(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        }
    }
}
