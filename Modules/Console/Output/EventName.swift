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

    /// Names in order, repeated ones as `schouwpunt-vastgesteld ×9`.
    static func grouped(_ names: [String]) -> [String] {
        var groups: [(name: String, count: Int)] = []
        for name in names {
            if let index = groups.firstIndex(where: { $0.name == name }) {
                groups[index].count += 1
            } else {
                groups.append((name, 1))
            }
        }
        return groups.map { $0.count == 1 ? $0.name : "\($0.name) ×\($0.count)" }
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
