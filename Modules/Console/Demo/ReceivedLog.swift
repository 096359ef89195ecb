import EventSourcing
import Foundation

/// Reads the lines that the subscriber's process has written so far.
final class ReceivedLog {
    private let path: String
    private var told = 0

    init(path: String) { self.path = path }

    /// All complete lines, as events.
    func all() throws -> [ReceivedEvent] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        guard let end = data.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
        return try data[...end].split(separator: UInt8(ascii: "\n")).map { line in
            try ReceivedEvent(line: Data(line))
        }
    }

    /// The events that were not taken before.
    func takeNew() throws -> [ReceivedEvent] {
        let events = try all()
        defer { told = events.count }
        return Array(events.dropFirst(told))
    }
}
