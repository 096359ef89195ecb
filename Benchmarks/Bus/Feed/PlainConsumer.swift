import Bus
import EventSourcing
import FoundationEssentials
import SQLiteEventStore
import ZeroMQ

/// A consumer without a plug-in: it keeps one row for each event and its cursor, in one transaction a batch, in a
/// store of its own that is on disk when the transaction returns.
struct PlainConsumer: Sendable {
    let name: String
    let store: SQLiteEventStore

    init(_ name: String, in folder: WorkFolder) async throws {
        self.name = name
        store = try await SQLiteEventStore.open(at: folder.file("\(name).sqlite"))
    }

    /// Follows the feed of a ``FeedHost`` until `body` has returned; `applied` hears the last offset of each commit.
    func follow(
        in folder: WorkFolder,
        from cursor: FeedCursor?,
        applied: @escaping @Sendable (FeedOffset) -> Void,
        while body: () async throws -> Void
    ) async throws {
        let thread = try IOThread()
        let source = FeedSource(
            live: try FeedHost.live(in: folder.path),
            feed: try FeedHost.feed(in: folder.path),
            consumer: name
        )
        let subscription = FeedSubscription(source, from: cursor, on: thread) { notice in
            Report().progress(notice)
        } apply: { [store] entries, epoch, _ in
            guard let last = entries.last else { return }
            try await store.write { transaction in
                for entry in entries {
                    try transaction.markReceived(id: "\(entry.offset.value)", from: FeedLoad.source)
                }
                try transaction.setCursor(FeedCursor(epoch: epoch, offset: last.offset), in: FeedLoad.source)
            }
            applied(last.offset)
        }
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { await subscription.run() }
            try await body()
            await subscription.close()
        }
        await thread.shutDown()
    }
}
