import CloudEvents
package import EventSourcing
import FoundationEssentials

/// Hearing the feeds of other plug-ins, and setting aside what cannot be applied.
extension PluginRuntime {
    /// After how many failed attempts an event is set aside, so that the rest of its feed flows on.
    package static var attemptsBeforeParking: Int { 5 }

    /// Applies entries of another plug-in's feed: effect, inbox and cursor in one transaction.
    ///
    /// An event whose handler keeps failing is parked, and so are the later ones of its subject, which build on it.
    ///
    /// - Parameters:
    ///   - entries: Entries that follow the cursor without a gap.
    ///   - feed: The plug-in that published them.
    ///   - epoch: The life of its feed.
    ///   - now: The moment.
    ///   - attempt: How often these entries have failed before; from ``attemptsBeforeParking`` on the culprit is parked.
    /// - Returns: What was parked.
    /// - Throws: What a reaction throws, `CloudEventError` for an entry that is none, or what the store throws; nothing of
    ///   the entries is kept then.
    @discardableResult
    package func apply(
        _ entries: [FeedEntry],
        of feed: PluginName,
        epoch: Epoch,
        at now: Instant,
        attempt: Int = 0
    ) async throws -> [ParkedEntry] {
        guard let last = entries.last else { return [] }
        let isParking = attempt >= Self.attemptsBeforeParking
        return try await store.write { transaction in
            let feedName = feed.description
            if try transaction.cursor(in: feedName) == nil { try forgetParked(of: feedName, transaction) }
            var parked: [ParkedEntry] = []
            if try isParking || !transaction.parked(of: feedName, limit: 1).isEmpty {
                for entry in entries {
                    guard let reason = try tryApplying(entry, of: feedName, isParking, attempt, now, transaction) else {
                        continue
                    }
                    try transaction.park(reason)
                    parked.append(reason)
                }
            } else {
                try hear(try entries.map(EventListener.Heard.init), at: now, in: transaction)
            }
            try transaction.setCursor(FeedCursor(epoch: epoch, offset: last.offset), in: feedName)
            return parked
        }
    }

    /// Tries parked events again, in their order; the later ones of a subject that fails again wait on.
    ///
    /// - Returns: How many were applied, and how many stay.
    package func retryParked(
        of feed: String,
        subject: String?,
        at now: Instant
    ) async throws -> (applied: Int, parked: Int) {
        try await store.write { transaction in
            let waiting = try transaction.parked(of: feed, limit: .max).filter {
                subject == nil || $0.subject == subject
            }
            var stuck: Set<String> = []
            var applied = 0
            for entry in waiting where !stuck.contains(entry.subject) {
                do {
                    let heard = try EventListener.Heard(
                        FeedEntry(offset: entry.offset, topic: entry.topic, body: entry.body)
                    )
                    try transaction.attempt { try hear([heard], at: now, in: transaction) }
                    try transaction.unpark(feed: feed, offset: entry.offset)
                    applied += 1
                } catch let error where !Self.isOfTheStore(error) {
                    // What has no subject builds on nothing, and nothing waits for it.
                    if !entry.subject.isEmpty { stuck.insert(entry.subject) }
                    try transaction.park(entry.failedAgain(because: "\(error)"))
                }
            }
            return (applied, waiting.count - applied)
        }
    }

    /// Applies one entry by itself; returns how it is to be parked when it may not or cannot be applied.
    private func tryApplying(
        _ entry: FeedEntry,
        of feed: String,
        _ isParking: Bool,
        _ attempt: Int,
        _ now: Instant,
        _ transaction: any StoreTransaction
    ) throws -> ParkedEntry? {
        var subject = ""
        do {
            let heard = try EventListener.Heard(entry)
            guard concerns(heard) else { return nil }
            subject = heard.event.subject ?? ""
            if try transaction.isParked(subject: subject, of: feed) {
                return ParkedEntry(
                    entry,
                    of: feed,
                    subject: subject,
                    because: "an earlier event of the same subject is parked",
                    attempts: 0,
                    at: now
                )
            }
            try transaction.attempt { try hear([heard], at: now, in: transaction) }
            return nil
        } catch let error where isParking && !Self.isOfTheStore(error) {
            return ParkedEntry(entry, of: feed, subject: subject, because: "\(error)", attempts: attempt, at: now)
        }
    }

    /// A feed that is heard from its beginning brings again what was set aside, perhaps in another life of the feed.
    private func forgetParked(of feed: String, _ transaction: any StoreTransaction) throws {
        for entry in try transaction.parked(of: feed, limit: .max) {
            try transaction.unpark(feed: feed, offset: entry.offset)
        }
    }

    private func concerns(_ heard: EventListener.Heard) -> Bool {
        plugin.listener != nil || reactions[heard.event.type] != nil
    }

    private func hear(_ heard: [EventListener.Heard], at now: Instant, in transaction: any StoreTransaction) throws {
        for item in heard { try react(to: item.event, at: now, in: transaction) }
        guard let listener = plugin.listener else { return }
        let id = UUID()
        let metadata = EventMetadata(correlation: id, causation: id, actor: "system/feed", recordedAt: now)
        try listener.hear(heard, work(metadata, at: now, in: transaction))
    }

    private func react(to event: CloudEvent, at now: Instant, in transaction: any StoreTransaction) throws {
        guard let reaction = reactions[event.type], let data = event.data,
            try !transaction.hasReceived(id: event.id, from: event.source)
        else { return }
        let causation = UUID(uuidString: event.id) ?? UUID()
        let metadata = EventMetadata(
            correlation: event.correlation.flatMap { UUID(uuidString: $0) } ?? causation,
            causation: causation,
            actor: event.source,
            recordedAt: now
        )
        try reaction.apply(data, work(metadata, at: now, in: transaction))
        try transaction.markReceived(id: event.id, from: event.source)
    }

    private func work(
        _ metadata: EventMetadata,
        at now: Instant,
        in transaction: any StoreTransaction
    ) -> PluginWork {
        PluginWork(plugin, source: source, transaction: transaction, now: now, metadata: metadata)
    }

    /// Whether the store itself failed: then the event is not to blame, and nothing is set aside.
    private static func isOfTheStore(_ error: any Error) -> Bool {
        switch error as? EventStoreError {
        case .damaged, .closed, .unavailable: true
        case .wrongRevision, .duplicateEvent, nil: false
        default: true
        }
    }
}

extension EventListener.Heard {
    fileprivate init(_ entry: FeedEntry) throws(CloudEventError) {
        self.init(entry: entry, event: try CloudEvent(json: entry.body))
    }
}

extension ParkedEntry {
    fileprivate init(
        _ entry: FeedEntry,
        of feed: String,
        subject: String,
        because reason: String,
        attempts: Int,
        at now: Instant
    ) {
        self.init(
            feed: feed,
            offset: entry.offset,
            topic: entry.topic,
            subject: subject,
            body: entry.body,
            reason: reason,
            attempts: attempts,
            parkedAt: now
        )
    }

    fileprivate func failedAgain(because reason: String) -> ParkedEntry {
        ParkedEntry(
            feed: feed,
            offset: offset,
            topic: topic,
            subject: subject,
            body: body,
            reason: reason,
            attempts: attempts + 1,
            parkedAt: parkedAt
        )
    }
}
