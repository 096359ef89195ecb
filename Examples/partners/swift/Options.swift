import Foundation
import PartnerKit

/// What was given on the command line, as with the partners in the other languages.
struct Options {
    /// Says how the program is used.
    struct WrongUse: Error, CustomStringConvertible {
        let description: String
    }

    let door: PartnerDoor
    let keys: PartnerKeys
    let state: String
    let name: String

    /// Reads `--live ADDRESS --feed ADDRESS --keys FILE --server-key FILE --state FILE [--name NAME]`.
    init(_ words: [String]) throws {
        let use = "use: partner --live ADDRESS --feed ADDRESS --keys FILE --server-key FILE --state FILE [--name NAME]"
        var values = ["--name": "voorbeeld"]
        let known = ["--live", "--feed", "--keys", "--server-key", "--state", "--name"]
        for index in stride(from: 0, to: words.count, by: 2) {
            guard known.contains(words[index]), index + 1 < words.count else { throw WrongUse(description: use) }
            values[words[index]] = words[index + 1]
        }
        guard let live = values["--live"], let feed = values["--feed"], let file = values["--keys"],
            let serverFile = values["--server-key"], let state = values["--state"], let name = values["--name"]
        else { throw WrongUse(description: use) }
        let url = URL(fileURLWithPath: file)
        guard url.pathExtension == "secret" else {
            throw WrongUse(description: "--keys names your .secret file, not \(file)")
        }
        door = try PartnerDoor(live: live, feed: feed, serverKey: try Self.publicKey(in: serverFile))
        keys = try PartnerKeys(
            folder: url.deletingLastPathComponent().path,
            name: url.deletingPathExtension().lastPathComponent
        )
        (self.state, self.name) = (state, name)
    }

    private static func publicKey(in file: String) throws -> String {
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        guard let line = lines.first(where: { $0.hasPrefix("public ") }) else {
            throw WrongUse(description: "\(file) has no line that begins with public")
        }
        return String(line.dropFirst(7))
    }
}
