import CloudEvents
import Contracts
import EventSourcing
import Logging
import PluginKit
import SQLiteEventStore

/// What a service tells of the events that it could not apply, and how they are tried again.
extension PluginNode {
    func parked(_ request: QueryRequest) async throws -> CommandReply {
        guard let query = try? JSON.decode(ParkedQuery.self, from: request.body) else {
            return .refused(CommandReply.Refused(code: .invalid, message: "the feed must be a text or left out."))
        }
        let entries = try await runtime.store.read { try $0.parked(of: query.feed, limit: 1000) }
        let list = ParkedList(parked: entries.map(ParkedEvent.init))
        return .done(
            CommandReply.Done(stream: nil, revision: nil, events: [], mark: nil, result: try JSON.value(of: list))
        )
    }

    func retryParked(_ request: CommandRequest) async throws -> CommandReply {
        guard let command = try? JSON.decode(RetryParked.self, from: request.body) else {
            return .refused(CommandReply.Refused(code: .invalid, message: "name the feed of the parked events."))
        }
        if let why = try await runtime.deafness() {
            return .refused(CommandReply.Refused(code: .refused, message: why))
        }
        let outcome = try await runtime.retryParked(of: command.feed, subject: command.subject, at: clock.now)
        logger.notice(
            "parked events tried again",
            metadata: ["feed": "\(command.feed)", "applied": "\(outcome.applied)", "parked": "\(outcome.parked)"]
        )
        let answer = RetryParked.Answer(applied: outcome.applied, parked: outcome.parked)
        let head = try await head()
        return .done(
            CommandReply.Done(
                stream: nil,
                revision: nil,
                changes: outcome.applied,
                events: [],
                mark: FeedMark(feed: name.description, epoch: epoch.description, offset: head.value),
                result: try JSON.value(of: answer)
            )
        )
    }
}

extension ParkedEvent {
    fileprivate init(_ entry: ParkedEntry) {
        self.init(
            feed: entry.feed,
            offset: entry.offset.value,
            type: (try? CloudEvent(json: entry.body))?.type ?? entry.topic,
            subject: entry.subject,
            reason: entry.reason,
            attempts: entry.attempts,
            at: entry.parkedAt.microseconds
        )
    }
}

extension Logger {
    /// Tells that an event was set aside, and what to do about it.
    func critical(_ message: Logger.Message, _ entry: ParkedEntry) {
        critical(
            message,
            metadata: [
                "feed": "\(entry.feed)", "offset": "\(entry.offset.value)", "subject": "\(entry.subject)",
                "why": "\(entry.reason)", "then": "kvo feed parked; kvo feed retry",
            ]
        )
    }
}
