/// The answers that a question without an indicator allows.
package enum FurtherAnswer: Hashable, Sendable {
    /// One of some words.
    case choice([String])
    /// Any of some words, each once, separated by a vertical bar.
    case several([String])
    /// A whole number, such as how often something happened.
    case number(ClosedRange<Int>)
    /// The firm's own words, of so many characters at most; private.
    case words(longest: Int)

    /// What separates the words of one answer; it stands in none of them.
    package static let separator: Character = "|"

    /// The single answers of a text, or `nil` when it is not allowed.
    package func parts(of text: String) -> [String]? {
        switch self {
        case .choice(let options): return options.contains(text) ? [text] : nil
        case .several(let options):
            let parts = text.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
            return Set(parts).count == parts.count && parts.allSatisfy(options.contains) ? parts : nil
        case .number(let range):
            return Int(text).map { range.contains($0) && String($0) == text } == true ? [text] : nil
        case .words(let longest): return text.count <= longest ? [text] : nil
        }
    }
}

extension FurtherAnswer: CustomStringConvertible {
    /// The answers in a sentence.
    package var description: String {
        switch self {
        case .choice(let options): options.joined(separator: ", ")
        case .several(let options):
            "\(options.joined(separator: ", ")), each once and separated by \(Self.separator)"
        case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .words(let longest): "a text of \(longest) characters at most"
        }
    }
}
