import EventSourcing
import Foundation
import Synchronization

/// When each partner of a process had applied each event, and how far each of them has come.
final class ArrivalLog: Sendable {
    private struct State {
        var last: [String: FeedOffset] = [:]
        var lines: [String] = []
    }

    private let state = Mutex(State())
    private let news: AsyncStream<Void>
    private let putNews: AsyncStream<Void>.Continuation

    init() { (news, putNews) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    /// Expects a partner: ``reach(_:)`` waits for it too.
    func expect(_ partner: String) { state.withLock { $0.last[partner] = .start } }

    func note(_ entries: [FeedEntry], by partner: String, at moment: Int64) {
        guard let last = entries.last else { return }
        state.withLock { state in
            state.last[partner] = last.offset
            for entry in entries { state.lines.append("\(entry.offset.value) \(moment)") }
        }
        putNews.yield()
    }

    /// Waits until every partner has come so far.
    func reach(_ goal: FeedOffset) async {
        guard !hasReached(goal) else { return }
        for await _ in news where hasReached(goal) { return }
    }

    private func hasReached(_ goal: FeedOffset) -> Bool {
        state.withLock { $0.last.values.allSatisfy { $0 >= goal } }
    }

    /// Writes a line `<offset> <nanoseconds>` for each arrival since the last time.
    func write(to path: String) throws {
        let lines = state.withLock { state in
            defer { state.lines = [] }
            return state.lines
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    }
}
