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

    /// Decodes a value.
    package static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        try JSONDecoder().decode(type, from: data)
    }

    /// Turns a value into a ``JSONValue``.
    package static func value(of value: some Encodable) throws -> JSONValue {
        try decode(JSONValue.self, from: encode(value))
    }

    /// Turns a ``JSONValue`` into a typed value.
    package static func decode<Value: Decodable>(_ type: Value.Type, from value: JSONValue) throws -> Value {
        try decode(type, from: encode(value))
    }
}
