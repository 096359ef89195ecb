import CloudEvents

/// Writes events and values for people.
enum EventName {
    /// The Dutch name without the prefix and the version: `certificaat-verleend`.
    static func short(_ type: String) -> String {
        var name = type[...]
        if name.hasPrefix("nl.kvo.") { name = name.dropFirst(7) }
        if let dot = name.lastIndex(of: ".") { name = name[..<dot] }
        return String(name)
    }

    /// A value in one line.
    static func text(of value: JSONValue) -> String {
        switch value {
        case .null: "–"
        case .bool(let value): value ? "yes" : "no"
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .string(let value): value
        case .array(let values): values.map(text).joined(separator: ", ")
        case .object(let members):
            members.sorted { $0.key < $1.key }.map { "\($0.key) \(text(of: $0.value))" }.joined(separator: ", ")
        }
    }
}
