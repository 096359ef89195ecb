import Configuration
import Foundation
import PluginKit
import Yams

/// Holds what a configuration file in YAML says, by key, once every key and the form of every value is known to be right.
///
/// The file is not left to a provider of the configuration library: that one passes over in silence a key that is
/// misspelt and a list where a text belongs, and the default would then be taken.
struct ConfigurationFile {
    /// The values by key.
    private(set) var values: [AbsoluteConfigKey: ConfigValue] = [:]
    private let path: String
    private let services: [PluginName]

    /// Reads and checks a file.
    ///
    /// - Parameters:
    ///   - path: The file's path.
    ///   - services: The services whose addresses the file may give.
    /// - Throws: ``HostError`` that names the file or the key.
    init(path: String, services: [PluginName]) throws {
        self.path = path
        self.services = services
        guard let text = try Self.text(of: path) else {
            throw HostError.unreadable(file: path, why: "it is not text in UTF-8.")
        }
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch {
            throw HostError.unreadable(file: path, why: Self.explanation(of: error))
        }
        switch root {
        case nil: break
        case .mapping(let members): try collect(members, under: "")
        case .scalar(let scalar) where scalar.string.isEmpty: break
        default: throw HostError.unreadable(file: path, why: "it has no keys; write lines such as data: /var/lib/kvo.")
        }
    }

    private mutating func collect(_ members: Node.Mapping, under prefix: String) throws {
        for (name, value) in members {
            guard let name = name.scalar?.string else {
                throw HostError.unreadable(file: path, why: "a list or a group stands where a key belongs.")
            }
            let key = prefix + name
            if case .mapping(let members) = value {
                try collect(members, under: key + ".")
            } else {
                let (meaning, isList) = try meaning(of: key)
                let components = key.split(separator: ".").map(String.init)
                values[AbsoluteConfigKey(components)] = try content(of: value, for: key, meaning, isList: isList)
            }
        }
    }

    private func content(of value: Node, for key: String, _ meaning: String, isList: Bool) throws -> ConfigValue {
        func refusal(_ text: String) -> HostError { .configuration(key: key, value: text, expected: meaning) }
        switch value {
        case .scalar(let scalar) where !scalar.string.isEmpty:
            return ConfigValue(isList ? .stringArray([scalar.string]) : .string(scalar.string), isSecret: false)
        case .sequence(let items) where isList:
            let texts = try items.map { item in
                guard let text = item.scalar?.string, !text.isEmpty else {
                    throw refusal("a list with something else in it")
                }
                return text
            }
            return ConfigValue(.stringArray(texts), isSecret: false)
        case .sequence: throw refusal("a list")
        default: throw refusal("")
        }
    }

    /// Tells what a key means and whether it takes a list, or refuses it.
    private func meaning(of key: String) throws -> (meaning: String, isList: Bool) {
        var form = key
        let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 3, parts[0] == "addresses" {
            guard services.contains(where: { $0.description == parts[1] }) else {
                let known = services.sorted().map(\.description).joined(separator: ", ")
                let expected = "one of the services \(known)"
                throw HostError.configuration(key: "addresses", value: parts[1], expected: expected)
            }
            form = "addresses.<service>.\(parts[2])"
        }
        guard let known = HostConfiguration.keys.first(where: { $0.key == form }) else {
            throw HostError.unknownKey(key, file: path, known: HostConfiguration.keys.map(\.key))
        }
        return (known.meaning, known.key == "schemes")
    }

    private static func text(of path: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else {
            let why = "there is no such file; name another, or none for the defaults."
            throw HostError.unreadable(file: path, why: why)
        }
        do {
            return String(validating: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        } catch {
            throw HostError.unreadable(file: path, why: error.localizedDescription)
        }
    }

    private static func explanation(of error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            "line \(mark.line), column \(mark.column): \(problem)."
        case .duplicatedKeysInMapping(let keys, _):
            "the key \(keys.sorted().joined(separator: ", ")) stands in it more than once."
        default: "it is not YAML (\(error))."
        }
    }
}
