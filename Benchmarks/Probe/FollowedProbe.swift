import Bus
import EventSourcing
import PluginKit
import SQLiteEventStore
import ZeroMQ

/// The probe's port, open on a messaging thread of its own, and where it is.
struct FollowedProbe: Sendable {
    let service: ProbeService
    let addresses: PortAddresses

    /// Follows the feed from a cursor into a new store, under a name that no other has, until `body` has returned.
    ///
    /// `applied` hears what the listener has applied, after each of its commits.
    func follow(
        as consumer: String,
        in folder: WorkFolder,
        from cursor: FeedCursor?,
        applied: @escaping @Sendable ([FeedEntry]) -> Void,
        while body: () async throws -> Void
    ) async throws {
        let feed = service.runtime.plugin.name
        let listener = try await ProbeService(try ListenerPlugin(to: feed), storeAt: folder.file("\(consumer).sqlite"))
        let thread = try IOThread()
        let source = try FeedSource(unsecured: addresses, consumer: consumer)
        let subscription = FeedSubscription(source, from: cursor, on: thread) { notice in
            Report().progress(notice)
        } apply: { entries, epoch, _ in
            try await listener.runtime.apply(entries, of: feed, epoch: epoch, at: listener.now)
            applied(entries)
        }
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { await subscription.run() }
            try await body()
            await subscription.close()
        }
        await thread.shutDown()
        try await listener.runtime.store.close()
    }
}

/// Opens the probe's port, lends it and closes it.
func withFollowedProbe(
    in folder: WorkFolder,
    _ name: String,
    _ body: (FollowedProbe) async throws -> Void
) async throws {
    let service = try await ProbeService(try ProbePlugin(), storeAt: folder.file("\(name).sqlite"))
    let thread = try IOThread()
    let port = try await FeedPort(service, on: thread)
    let addresses = try PortAddresses(folder: folder.path, service: name)
    let endpoints = try PortEndpoints(unsecured: addresses)
    _ = try await port.open(at: DoorEndpoints(live: endpoints.live, feed: endpoints.feed))
    try await withThrowingDiscardingTaskGroup { group in
        group.addTask { await port.run() }
        try await body(FollowedProbe(service: service, addresses: addresses))
        await port.close()
    }
    await thread.shutDown()
    try await service.runtime.store.close()
}
