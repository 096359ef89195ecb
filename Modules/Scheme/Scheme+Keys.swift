import FoundationEssentials

extension Scheme {
    /// The keys that a scheme file may have, by their place.
    private indirect enum Keys: Sendable {
        /// Anything but an object.
        case value
        /// An object with these keys.
        case object([String: Keys])
        /// An object with keys of the file's own choice, or a list.
        case each(Keys)
    }

    private static let keys: Keys = .object([
        "id": .value, "name": .value, "default": .value, "validFrom": .value, "validUntil": .value,
        "validityMonths": .value, "newTermStartsAt": .value, "expiryWarningDays": .value,
        "certificateNames": .object(["first": .value, "next": .value]),
        "stars": .object(["perSuccessfulAudit": .value, "displayCap": .value]),
        "areaKinds": .value, "mandatoryPartyKinds": .value, "requiredSources": .value,
        "survey": .object(["responseThreshold": .value, "maxAgeMonthsAtAudit": .value]),
        "inspections": .each(.object(["day": .value, "dark": .value, "any": .value])),
        "nonconformityRepairMonths": .each(.value), "meetingsPerYearMinimum": .value,
        "phases": .each(
            .object(["number": .value, "name": .value, "endsWith": .value, "next": .value, "gates": .value])
        ),
    ])

    /// Finds a key that no version has; a misspelt optional one would otherwise pass for one that is left out.
    static func unknownKey(in json: Data) throws -> String? {
        unknownKey(in: try JSONDecoder().decode(KeyTree.self, from: json), allowed: keys)
    }

    private static func unknownKey(in tree: KeyTree, allowed: Keys) -> String? {
        for (key, below) in tree.members.sorted(by: { $0.key < $1.key }) {
            let next: Keys?
            switch allowed {
            case .value: next = nil
            case .object(let known): next = known[key]
            case .each(let known): next = known
            }
            guard let next else { return key }
            if let deeper = unknownKey(in: below, allowed: next) { return "\(key).\(deeper)" }
        }
        guard case .each(let known) = allowed else { return nil }
        return tree.items.lazy.compactMap { unknownKey(in: $0, allowed: known) }.first
    }
}

/// The keys of a JSON text without its values.
private struct KeyTree: Decodable {
    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    var members: [String: KeyTree] = [:]
    var items: [KeyTree] = []

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Key.self) {
            for key in object.allKeys { members[key.stringValue] = try object.decode(KeyTree.self, forKey: key) }
        } else if var list = try? decoder.unkeyedContainer() {
            while !list.isAtEnd { items.append(try list.decode(KeyTree.self)) }
        }
    }
}
