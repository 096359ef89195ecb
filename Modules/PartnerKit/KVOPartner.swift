import Bus
import CloudEvents
import EventSourcing
import ZeroMQ

/// A partner's system at its door: receives the events that it was granted, in order, whatever fails in between.
///
/// Each comes once where the position is kept in one transaction with the effect. With ``PositionFile`` the last one comes
/// again after a crash, and a snapshot leaves out what a later event of the same subject has replaced.
///
/// ```swift
/// let partner = try KVOPartner(
///     door: PartnerDoor(live: "tcp://kvo.example.nl:7100", feed: "tcp://kvo.example.nl:7101", serverKey: key),
///     keys: PartnerKeys(folder: "/etc/kvo", name: "politie-mn"),
///     consumer: "meldkamer"
/// )
/// try await partner.withEvents(keepingPositionIn: PositionFile("position.json")) { events in
///     for try await event in events { print(event.type, event.subject ?? "") }
/// }
/// ```
public struct KVOPartner: Sendable {
    private let source: FeedSource
    private let takesSnapshots: Bool
    private let notice: @Sendable (String) -> Void

    /// Describes a partner's system; nothing is connected yet.
    ///
    /// - Parameters:
    ///   - door: Where the partner's door is.
    ///   - keys: The partner's own keys.
    ///   - consumer: Names the program that follows, for the operator who looks how far it has come: 1 to 64 characters
    ///     out of a-z, 0-9 and `. - _ :`.
    ///   - takesSnapshots: Whether a snapshot is taken when the events after the position are no longer kept; else
    ///     ``PartnerError/gone(_:)`` ends the following.
    ///   - notice: Hears what somebody may want to know, for instance that the door denies the key; it is tried again.
    public init(
        door: PartnerDoor,
        keys: PartnerKeys,
        consumer: String,
        takesSnapshots: Bool = true,
        notice: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        let peer = CurvePeer(serverKey: door.serverKey, keys: keys.pair)
        source = FeedSource(live: .curve(door.live, peer), feed: .curve(door.feed, peer), consumer: consumer)
        self.takesSnapshots = takesSnapshots
        self.notice = notice
    }

    /// Follows the feed for the scope of a closure; the caller keeps the position of each event that it has handled.
    ///
    /// - Parameters:
    ///   - position: The position that was kept last; `nil` begins with the first event of the feed.
    ///   - body: Receives the events; when it returns, the connections are closed.
    /// - Returns: What the closure returns.
    /// - Throws: What the closure throws; ``PartnerError`` from the loop over the events.
    public func withEvents<Result: Sendable>(
        after position: PartnerPosition?,
        _ body: @Sendable (PartnerEvents) async throws -> Result
    ) async throws -> Result {
        try await withEvents(after: position, keep: { _ in }, body)
    }

    /// Follows the feed for the scope of a closure, and keeps the position in a file whenever the next event is asked for.
    ///
    /// - Throws: As ``withEvents(after:_:)``, and ``PartnerError/malformed(_:)`` for a file that holds no position.
    public func withEvents<Result: Sendable>(
        keepingPositionIn file: PositionFile,
        _ body: @Sendable (PartnerEvents) async throws -> Result
    ) async throws -> Result {
        try await withEvents(after: try file.read(), keep: { try file.write($0) }, body)
    }

    private func withEvents<Result: Sendable>(
        after position: PartnerPosition?,
        keep: @escaping @Sendable (PartnerPosition) throws -> Void,
        _ body: @Sendable (PartnerEvents) async throws -> Result
    ) async throws -> Result {
        let thread = try Self.makeThread()
        let handover = Handover()
        let subscription = subscription(after: position, handover, on: thread)
        let result: Swift.Result<Result, any Error>
        do {
            result = .success(
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        let halt = await subscription.run()
                        handover.end(halt.map(PartnerError.init))
                    }
                    defer { group.cancelAll() }
                    return try await body(PartnerEvents(handover: handover, keep: keep))
                }
            )
        } catch {
            result = .failure(error)
        }
        await thread.shutDown()
        return try result.get()
    }

    private static func makeThread() throws(PartnerError) -> IOThread {
        do {
            return try IOThread()
        } catch {
            throw .failed("\(error)")
        }
    }

    private func subscription(
        after position: PartnerPosition?,
        _ handover: Handover,
        on thread: IOThread
    ) -> FeedSubscription {
        let apply: FeedSubscription.Apply = { entries, epoch, _ in
            for entry in entries {
                try await handover.hand(entry, handledAt: PartnerPosition(epoch, entry.offset))
            }
        }
        let applySnapshot: FeedSubscription.ApplySnapshot = { entries, epoch, asOf, isLast in
            let before = handover.reached ?? position ?? PartnerPosition(epoch, .start)
            for (index, entry) in entries.enumerated() {
                let isEnd = isLast && index == entries.count - 1
                let kept = isEnd ? PartnerPosition(epoch, asOf) : before
                try await handover.hand(entry, handledAt: kept, isOfSnapshot: true)
            }
        }
        return FeedSubscription(
            source,
            from: position?.cursor,
            on: thread,
            notice: notice,
            apply: apply,
            applySnapshot: takesSnapshots ? applySnapshot : nil
        )
    }
}

extension Handover {
    /// Hands over an entry of the feed; one that is no event ends everything, for it can never be handled.
    fileprivate func hand(
        _ entry: FeedEntry,
        handledAt position: PartnerPosition,
        isOfSnapshot: Bool = false
    ) async throws {
        let event: PartnerEvent
        do throws(CloudEventError) {
            event = try PartnerEvent(entry, handledAt: position, isOfSnapshot: isOfSnapshot)
        } catch {
            end(PartnerError.failed("the event at offset \(entry.offset.value) cannot be read: \(error)"))
            throw CancellationError()
        }
        try await offer(event)
    }
}

extension PartnerError {
    fileprivate init(_ halt: FeedConsumer.Halt) {
        switch halt {
        case .epochChanged(let why): self = .feedBeganAnew(why)
        case .gone(let why): self = .gone(why)
        case .unsupported(let why), .refused(let why): self = .refused(why)
        }
    }
}
