import Foundation

/// Reads the lines that the subscriber's process writes, each once.
final class ReceivedLog {
    private let path: String
    private var events: [ReceivedEvent] = []
    private var read: UInt64 = 0
    private var told = 0

    init(path: String) { self.path = path }

    /// All events in the complete lines so far.
    func all() throws -> [ReceivedEvent] {
        guard let handle = FileHandle(forReadingAtPath: path) else { return events }
        defer { try? handle.close() }
        try handle.seek(toOffset: read)
        let news = try handle.readToEnd() ?? Data()
        guard let end = news.lastIndex(of: UInt8(ascii: "\n")) else { return events }
        for line in news[...end].split(separator: UInt8(ascii: "\n")) {
            events.append(try ReceivedEvent(line: Data(line)))
        }
        read += UInt64(news.distance(from: news.startIndex, to: end)) + 1
        return events
    }

    /// The events that were not taken before.
    func takeNew() throws -> [ReceivedEvent] {
        let events = try all()
        defer { told = events.count }
        return Array(events.dropFirst(told))
    }
}
