import Foundation
import Glibc
import PartnerKit

/// A partner's program with PartnerKit, under the options of the examples in other languages.
enum PartnerProgram {
    static func main(_ words: [String]) async {
        do {
            try await run(words)
            say("the events have ended")
        } catch {
            say("\(error)")
        }
        exit(1)
    }

    private static func run(_ words: [String]) async throws {
        var options: [String: String] = [:]
        for (name, value) in zip(words, words.dropFirst()) where name.hasPrefix("--") { options[name] = value }
        guard let live = options["--live"], let feed = options["--feed"], let keys = options["--keys"],
            let server = options["--server-key"], let state = options["--state"], let name = options["--name"]
        else { throw ChaosError("chaos partner: an option is missing") }
        let list = try DurableList(state)
        let partner = try KVOPartner(
            door: PartnerDoor(live: live, feed: feed, serverKey: try key("public", in: server)),
            keys: PartnerKeys(secret: try key("secret", in: keys)),
            consumer: name,
            notice: say
        )
        try await partner.withEvents(after: list.position) { events in
            for try await event in events { try await list.append(event) }
        }
    }

    private static func key(_ name: String, in path: String) throws -> String {
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        where line.hasPrefix("\(name) ") {
            return String(line.dropFirst(name.count + 1))
        }
        throw ChaosError("\(path) has no line \(name)")
    }

    @Sendable
    private static func say(_ text: String) {
        FileHandle.standardError.write(Data("partner: \(text)\n".utf8))
    }
}
