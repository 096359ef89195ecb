import CloudEvents
import FoundationEssentials

/// All texts of a report in one language, and how numbers and days are written in it.
package struct Texts: Sendable {
    /// The language.
    let language: ReportLanguage
    private let sentences: [String: Sentence]

    /// Reads the shipped texts of a language.
    ///
    /// - Throws: A decoding error when the shipped file is not what it should be.
    package init(_ language: ReportLanguage) throws {
        self.language = language
        let file =
            switch language {
            case .dutch: Data(PackageResources.texts_nl_json)
            case .english: Data(PackageResources.texts_en_json)
            }
        sentences = try JSON.decode([String: Sentence].self, from: file)
    }

    /// The keys of all sentences with the names of their places.
    var keys: [String: Set<String>] { sentences.mapValues(\.places) }

    /// Whether there is a sentence of this name.
    func has(_ key: String) -> Bool { sentences[key] != nil }

    /// A sentence with its places filled; the key itself when there is no such sentence, which a test rules out.
    func callAsFunction(_ key: String, _ fills: [String: Fill] = [:]) -> String {
        guard let sentence = sentences[key] else { return key }
        var form = sentence.other
        if let by = sentence.by, fills[by] == .count(1), let one = sentence.one { form = one }
        var text = ""
        var rest = form[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            text += fills[name].map(write) ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
