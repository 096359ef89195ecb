import Bus
import CloudEvents
import EventSourcing
import ZeroMQ

/// What a partner's program keeps, as its database would.
actor Inbox {
    private(set) var entries: [FeedEntry] = []
    private(set) var snapshot: [FeedEntry] = []
    private(set) var cursor: FeedCursor?
    private(set) var notices: [String] = []
    private var waiters: [(isMet: () -> Bool, continuation: CheckedContinuation<Void, Never>)] = []

    init(from cursor: FeedCursor? = nil) { self.cursor = cursor }

    private func wake() {
        let ready = waiters.filter { $0.isMet() }
        waiters.removeAll { $0.isMet() }
        for waiter in ready { waiter.continuation.resume() }
    }

    private func wait(until isMet: @escaping () -> Bool) async {
        guard !isMet() else { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiters.append((isMet, $0)) }
        } onCancel: {
            Task { await self.giveUp() }
        }
    }

    /// Lets a test that has run out of time end.
    private func giveUp() {
        for waiter in waiters { waiter.continuation.resume() }
        waiters = []
    }

    private func take(_ batch: [FeedEntry], _ epoch: Epoch) {
        entries += batch
        cursor = batch.last.map { FeedCursor(epoch: epoch, offset: $0.offset) }
        wake()
    }

    private func takeSnapshot(_ page: [FeedEntry], _ epoch: Epoch, _ asOf: FeedOffset, _ isLast: Bool) {
        snapshot += page
        if isLast { cursor = FeedCursor(epoch: epoch, offset: asOf) }
        wake()
    }

    private func take(_ notice: String) {
        notices.append(notice)
        wake()
    }

    /// Waits until it has come so far, and gives the identifiers of the events that came one by one.
    func ids(upTo offset: Int64) async throws -> [String] {
        await wait { (self.cursor?.offset.value ?? 0) >= offset }
        return try entries.map { try CloudEvent(json: $0.body).id }
    }

    /// Waits until its operator was told something.
    func told(_ text: String) async { await wait { self.notices.contains { $0.contains(text) } } }

    /// Follows a door from where it was while a body runs.
    func following<Result>(
        _ source: FeedSource,
        on thread: IOThread,
        _ body: () async throws -> Result
    ) async throws -> Result {
        let subscription = FeedSubscription(source, from: cursor, on: thread) { notice in
            Task { await self.take(notice) }
        } apply: { entries, epoch, _ in
            await self.take(entries, epoch)
        } applySnapshot: { entries, epoch, asOf, isLast in
            await self.takeSnapshot(entries, epoch, asOf, isLast)
        }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await subscription.run() }
            defer { group.cancelAll() }
            return try await body()
        }
    }
}
