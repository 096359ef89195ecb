import Foundation
import PartnerKit

/// An event in a partner's own list.
struct ReceivedLine: Sendable, Equatable {
    let offset: Int64
    let body: Data

    /// The list of ``DurableList``.
    static func readList(_ path: String) throws -> [ReceivedLine] {
        try DurableList.read(path).map { ReceivedLine(offset: $0.position.offset, body: $0.body) }
    }

    /// The lines of the program in C, `{"offset":N,"event":…}`, as far as its position says that they count.
    static func readLines(of path: String) throws -> [ReceivedLine] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let position = try String(contentsOfFile: path, encoding: .utf8)
        guard let count = position.split(whereSeparator: \.isWhitespace).last.flatMap({ Int($0) }) else {
            throw ChaosError("\(path) is no position: \(position)")
        }
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(path).events"))
        guard data.count >= count else { throw ChaosError("\(path).events is shorter than its position says") }
        return try data.prefix(count).split(separator: UInt8(ascii: "\n")).map { line in
            let text = String(decoding: line, as: UTF8.self)
            guard let middle = text.range(of: ",\"event\":"), text.hasPrefix("{\"offset\":"), text.hasSuffix("}"),
                let offset = Int64(text[..<middle.lowerBound].dropFirst(10))
            else { throw ChaosError("\(path).events holds a line that is none: \(text.prefix(200))") }
            return ReceivedLine(offset: offset, body: Data(text[middle.upperBound...].dropLast().utf8))
        }
    }

    /// The database of the program in Python, read by Python; what it parked is an error.
    static func readDatabase(_ path: String) throws -> [ReceivedLine] {
        let script = """
            import base64, sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            for offset, body in db.execute("SELECT offset, body FROM event ORDER BY rowid"):
                print(offset, base64.b64encode(body if isinstance(body, bytes) else body.encode()).decode())
            parked = db.execute("SELECT count(*) FROM parked").fetchone()[0]
            sys.exit(f"{parked} events are parked" if parked else 0)
            """
        let outcome = try Tool.run(PartnerPrograms.python, ["-c", script, path])
        guard outcome.status == 0 else { throw ChaosError("\(path) cannot be read: \(outcome.errors)") }
        return try String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            guard words.count == 2, let offset = Int64(words[0]), let body = Data(base64Encoded: String(words[1]))
            else { throw ChaosError("\(path) gave a line that is none: \(line.prefix(200))") }
            return ReceivedLine(offset: offset, body: body)
        }
    }
}
