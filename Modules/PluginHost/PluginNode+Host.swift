import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import SQLiteEventStore
import Scheme

/// What every service answers about itself, whichever plug-in it hosts.
extension PluginNode {
    private static var clockCollection: DocumentCollection { DocumentCollection("host", .kept) }

    func setClock(_ request: CommandRequest) async throws -> CommandReply {
        guard let command = try? JSON.decode(SetClock.self, from: request.body) else {
            return .refused(
                CommandReply.Refused(code: .invalid, message: "the date is missing or wrong; write it as 2026-11-23.")
            )
        }
        if let refusal = refusal(of: clock.advance(to: command.date)) {
            return .refused(CommandReply.Refused(code: .refused, message: refusal))
        }
        let body = try JSON.encode(command)
        try await runtime.store.write { try $0.put(body, at: "clock", in: Self.clockCollection) }
        try await runtime.fallDue(at: clock.now)
        return .done(try await status())
    }

    private func refusal(of setting: HostClock.Setting) -> String? {
        switch setting {
        case .done: nil
        case .fixed: "\(name) runs on the system\u{2019}s clock; start it with --clock DATE to set it by hand."
        case .passed(let date): "the clock of \(name) shows \(date) already; it can only be set to a later day."
        case .outOfRange: "a clock can be set to the years 2000 to 2199."
        }
    }

    /// Takes up the date to which the clock was set before the process stopped.
    func resumeClock() async throws {
        guard clock.isSettable,
            let body = try await runtime.store.read({ try $0.document("clock", in: Self.clockCollection) })
        else { return }
        _ = clock.advance(to: try JSON.decode(SetClock.self, from: body).date)
    }

    func status() async throws -> CommandReply.Done {
        let (head, acknowledgements) = try await runtime.store.read { reader in
            (try reader.feedHead(), try reader.acknowledgements())
        }
        let mark = FeedMark(feed: name.description, epoch: epoch.description, offset: head.value)
        let status = ServiceStatus(
            service: name.description,
            version: ProductVersion.text,
            date: CalendarDate(inTheNetherlandsAt: clock.now),
            clockIsSet: clock.isSettable,
            head: mark,
            heard: board.cursors.map { feed, cursor in
                FeedMark(feed: feed, epoch: cursor.epoch.description, offset: cursor.offset.value)
            }.sorted { $0.feed < $1.feed },
            halted: board.halted,
            failing: board.failing,
            consumers: acknowledgements.mapValues(\.value)
        )
        return CommandReply.Done(stream: nil, revision: nil, events: [], mark: mark, result: try JSON.value(of: status))
    }
}
