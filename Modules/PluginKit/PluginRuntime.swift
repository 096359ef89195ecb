package import CloudEvents
package import Contracts
package import EventSourcing
import FoundationEssentials
import Integrity
import Scheme

/// Runs a plug-in against its store: commands, queries, heard events and deadlines, each in one transaction.
package struct PluginRuntime<Store: EventStore>: Sendable {
    /// The plug-in.
    package let plugin: any BusPlugin
    /// Its store.
    package let store: Store
    let source: EventSource
    private let commands: [String: CommandHandler]
    private let queries: [String: QueryHandler]
    let reactions: [String: Reaction]

    /// Binds a plug-in to its store.
    ///
    /// - Precondition: No two handlers of the plug-in have the same name.
    package init(_ plugin: any BusPlugin, store: Store, source: EventSource) {
        self.plugin = plugin
        self.store = store
        self.source = source
        commands = Dictionary(uniqueKeysWithValues: plugin.commands.map { ($0.name, $0) })
        queries = Dictionary(uniqueKeysWithValues: plugin.queries.map { ($0.name, $0) })
        reactions = Dictionary(uniqueKeysWithValues: plugin.reactions.map { ($0.type, $0) })
    }

    /// Whether the plug-in has a command or a query of this name.
    package func knows(_ name: String) -> Bool { commands[name] != nil || queries[name] != nil }

    /// Brings the projections up to the log; to be done before the plug-in opens.
    package func catchUp() async throws {
        for projection in plugin.projections { try await projection.catchUp(in: store) }
    }

    /// Carries out a command once, or returns the answer it got before.
    ///
    /// - Throws: Only when the store fails; every refusal is a reply.
    package func carryOut(_ request: CommandRequest, at now: Instant) async throws -> CommandReply {
        let digest = try request.digest
        do {
            var rest: Rest?
            while true {
                let outcome = try await store.write { [rest] transaction -> Outcome in
                    if let stored = try transaction.reply(for: request.key) {
                        return .answered(try Self.replay(stored, digest))
                    }
                    let outcome = try perform(request, rest, at: now, in: transaction)
                    guard case .answered(let reply) = outcome else { return outcome }
                    try transaction.keepReply(
                        StoredReply(requestDigest: digest, body: try JSON.encode(reply)),
                        for: request.key
                    )
                    return outcome
                }
                switch outcome {
                case .answered(let reply): return reply
                case .goesOn(let more): rest = more
                }
            }
        } catch {
            guard let refused = CommandReply.Refused(error) else { throw error }
            // The refused work was rolled back; its answer is kept on its own, so that a repeated command gets it too.
            return try await store.write { transaction in
                if let stored = try transaction.reply(for: request.key) { return try Self.replay(stored, digest) }
                let reply = CommandReply.refused(refused)
                try transaction.keepReply(
                    StoredReply(requestDigest: digest, body: try JSON.encode(reply)),
                    for: request.key
                )
                return reply
            }
        }
    }

    /// What is left of a command after some of its turns, and what those have done.
    private struct Rest: Sendable {
        let turn: @Sendable (PluginWork) throws -> CommandTurn<JSONValue?>
        let effects: PluginWork.Effects
    }

    private enum Outcome: Sendable {
        case answered(CommandReply)
        case goesOn(Rest)
    }

    private func perform(
        _ request: CommandRequest,
        _ rest: Rest?,
        at now: Instant,
        in transaction: any StoreTransaction
    ) throws -> Outcome {
        let turn = try rest?.turn ?? firstTurn(of: request, at: now)
        let work = PluginWork(
            plugin,
            source: source,
            transaction: transaction,
            now: now,
            metadata: EventMetadata(
                correlation: request.key,
                causation: request.key,
                actor: request.issuedBy.description,
                recordedAt: now
            ),
            // The revision that was expected is that of before the first turn.
            expecting: rest == nil ? request.expectedRevision.map { .exactly(Revision($0)) } ?? .any : .any,
            after: rest?.effects ?? PluginWork.Effects()
        )
        switch try turn(work) {
        case .more(let next): return .goesOn(Rest(turn: next, effects: work.effects))
        case .done(let result):
            return .answered(
                .done(
                    CommandReply.Done(
                        stream: work.effects.written?.stream.description,
                        revision: work.effects.written?.revision.value,
                        changes: work.effects.changes,
                        events: work.effects.eventTypes,
                        mark: try mark(in: transaction),
                        result: result
                    )
                )
            )
        }
    }

    private func firstTurn(
        of request: CommandRequest,
        at now: Instant
    ) throws -> @Sendable (PluginWork) throws -> CommandTurn<JSONValue?> {
        if let deadline = request.deadline, now.microseconds > deadline { throw RequestRefusal.expired }
        guard let handler = commands[request.type] else {
            throw RequestRefusal.unknown(request.type, plugin.name, Array(commands.keys))
        }
        if let revision = request.expectedRevision, revision < 0 {
            throw InvalidInput("the expected revision is \(revision); it must be 0 or more.")
        }
        return { try handler.carryOut(request.body, $0) }
    }

    private static func replay(_ stored: StoredReply, _ digest: Data) throws -> CommandReply {
        guard stored.requestDigest == digest else {
            return .refused(
                CommandReply.Refused(
                    code: .mismatch,
                    message: "this key was used for another command; give each command a key of its own."
                )
            )
        }
        return try JSON.decode(CommandReply.self, from: stored.body)
    }

    /// Answers a query.
    ///
    /// - Throws: Only when the store fails; every refusal is a reply.
    package func answer(_ request: QueryRequest) async throws -> CommandReply {
        do {
            return try await store.read { reader in
                guard let handler = queries[request.type] else {
                    throw RequestRefusal.unknown(request.type, plugin.name, Array(queries.keys))
                }
                let result = try handler.answer(request.body, reader)
                return .done(
                    CommandReply.Done(
                        stream: nil,
                        revision: nil,
                        events: [],
                        mark: try mark(in: reader),
                        result: result
                    )
                )
            }
        } catch {
            guard let refused = CommandReply.Refused(error) else { throw error }
            return .refused(refused)
        }
    }

    /// Lets the plug-in take note of the life of its feed; to be done before it opens.
    ///
    /// - Parameters:
    ///   - isRestored: Whether the operator says that the store is a restored backup.
    ///   - now: The moment.
    /// - Throws: What the plug-in or the store throws.
    package func begin(isRestored: Bool, at now: Instant) async throws {
        try await work(of: "system/start", at: now) { try plugin.begin(in: store.epoch, isRestored: isRestored, $0) }
    }

    /// Why the plug-in is to hear nothing for now; `nil` when it may hear.
    package func deafness() async throws -> String? { try await store.read { try plugin.deafness(in: $0) } }

    /// Does what has fallen due.
    package func fallDue(at now: Instant) async throws {
        try await work(of: "system/clock", at: now) { try plugin.fallDue($0) }
    }

    private func work(
        of actor: String,
        at now: Instant,
        _ body: @escaping @Sendable (PluginWork) throws -> Void
    ) async throws {
        try await store.write { transaction in
            let id = UUID()
            let metadata = EventMetadata(correlation: id, causation: id, actor: actor, recordedAt: now)
            try body(PluginWork(plugin, source: source, transaction: transaction, now: now, metadata: metadata))
        }
    }

    private func mark(in reader: any StoreReader) throws -> FeedMark {
        FeedMark(
            feed: plugin.name.description,
            epoch: store.epoch.description,
            offset: try reader.feedHead().value
        )
    }
}
