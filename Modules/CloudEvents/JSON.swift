package import FoundationEssentials

/// Reads and writes JSON in the one form that the system uses: keys sorted, slashes bare.
///
/// Sorted keys make the same value the same bytes, which digests and repeated commands rely on.
package enum JSON {
    /// Encodes a value.
    package static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// The deepest nesting of arrays and objects that is read: far more than any message of ours has.
    package static let depthLimit = 32

    /// Decodes a value.
    ///
    /// - Throws: `JSONDepthError` for a nesting deeper than ``depthLimit``, whose cost would grow with its square; else
    ///   what the decoder throws.
    package static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        guard depth(of: data) <= depthLimit else { throw JSONDepthError() }
        return try JSONDecoder().decode(type, from: data)
    }

    /// Turns a value into a ``JSONValue``.
    package static func value(of value: some Encodable) throws -> JSONValue {
        try decode(JSONValue.self, from: encode(value))
    }

    /// Turns a ``JSONValue`` into a typed value.
    package static func decode<Value: Decodable>(_ type: Value.Type, from value: JSONValue) throws -> Value {
        try decode(type, from: encode(value))
    }

    /// Tells in words where a value does not fit its type.
    package static func describe(_ error: any Error) -> String {
        func place(_ path: [any CodingKey]) -> String {
            path.isEmpty ? "" : " in \u{201c}" + path.map(\.stringValue).joined(separator: ".") + "\u{201d}"
        }
        guard let error = error as? DecodingError else { return "\(error)" }
        return switch error {
        case .keyNotFound(let key, let context):
            "\u{201c}\(key.stringValue)\u{201d} is missing\(place(context.codingPath))"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "something is wrong\(place(context.codingPath)): \(context.debugDescription)"
        @unknown default: "\(error)"
        }
    }

    /// The deepest nesting in a text that may be JSON; brackets in strings do not count.
    static func depth(of data: Data) -> Int {
        var (depth, deepest, isText, isEscaped) = (0, 0, false, false)
        // A span, because iterating over data costs as much as decoding it.
        let bytes = data.span
        for index in bytes.indices {
            let byte = bytes[index]
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return deepest
    }
}
