package import FoundationEssentials

extension Scheme {
    /// Reads and checks a scheme version from JSON.
    ///
    /// - Throws: ``SchemeError`` that names the key or the value and what is wrong with it.
    package init(json: Data) throws(SchemeError) {
        let unknownKey: String?
        do {
            self = try JSONDecoder().decode(Scheme.self, from: json)
            unknownKey = try Self.unknownKey(in: json)
        } catch let error as DecodingError {
            throw .unreadable(Self.describe(error))
        } catch {
            throw .unreadable(String(describing: error))
        }
        if let unknownKey {
            throw .invalid(scheme: id.text, why: "the key \u{201c}\(unknownKey)\u{201d} is not known.")
        }
        try check()
    }

    private static func describe(_ error: DecodingError) -> String {
        func place(_ path: [any CodingKey]) -> String {
            path.isEmpty ? "at the top" : "at " + path.map(\.stringValue).joined(separator: ".")
        }
        return switch error {
        case .keyNotFound(let key, let context):
            "\u{201c}\(key.stringValue)\u{201d} is missing \(place(context.codingPath))."
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(context.debugDescription) \(place(context.codingPath))."
        @unknown default: String(describing: error)
        }
    }
}
