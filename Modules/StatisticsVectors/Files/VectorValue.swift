/// A value of a vector file, or one that a method gave: JSON, but for numbers that JSON does not know.
package enum VectorValue: Sendable, Hashable, Decodable {
    /// Undefined or unbounded.
    case null
    case bool(Bool)
    /// Any number, also NaN and infinity, which a method may give and which match nothing.
    case number(Double)
    case string(String)
    case array([VectorValue])
    case object([String: VectorValue])

    /// Reads any JSON value; every number becomes a double.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([VectorValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: VectorValue].self))
        }
    }

    /// What kind of value it is, for a person.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

extension VectorValue: CustomStringConvertible {
    package var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): "\"\(value)\""
        case .array(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
        case .object(let fields):
            "{" + fields.sorted { $0.key < $1.key }.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
        }
    }
}

extension VectorValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
    ExpressibleByArrayLiteral
{
    package init(floatLiteral value: Double) { self = .number(value) }
    package init(integerLiteral value: Int) { self = .number(Double(value)) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(arrayLiteral values: VectorValue...) { self = .array(values) }
}

extension VectorValue {
    /// A count.
    static func count(_ value: Int) -> VectorValue { .number(Double(value)) }

    /// A number, or null where it is undefined.
    static func optional(_ value: Double?) -> VectorValue { value.map { .number($0) } ?? .null }

    /// A list of numbers, null where they are undefined.
    static func list(_ values: [Double?]) -> VectorValue { .array(values.map(optional)) }

    /// A list of counts.
    static func counts(_ values: [Int]) -> VectorValue { .array(values.map(count)) }

    /// A list of texts.
    static func texts(_ values: [String]) -> VectorValue { .array(values.map { .string($0) }) }
}
