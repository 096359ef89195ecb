import Bus
import Contracts
import EventSourcing
import PluginKit
import Scheme
import ServiceLifecycle
import Synchronization
import ZeroMQ

/// Follows the feeds of services as a partner does, and hands over each event once.
struct EventFollower: Service {
    let place: ServicePlace
    let streams: [PluginName]
    let area: AreaID?
    let fromStart: Bool
    let limit: Int?
    let receive: @Sendable (ReceivedEvent) throws -> Void

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            let thread = try IOThread()
            do {
                try await follow(on: thread)
                await thread.shutDown()
            } catch {
                await thread.shutDown()
                throw error
            }
        }
    }

    private func follow(on thread: IOThread) async throws {
        let left = Countdown(limit)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for stream in streams {
                let cursor = try await startingPoint(of: stream)
                let source = try place.source(of: stream, consumer: "kvo-watch")
                let subscription = FeedSubscription(source, from: cursor, on: thread) { notice in
                    Console.note("kvo: \(notice)")
                } apply: { entries, _, _ in
                    for entry in entries {
                        let received = try ReceivedEvent(entry)
                        guard area == nil || received.area == area?.text, left.take() else { continue }
                        try receive(received)
                    }
                }
                group.addTask {
                    guard let halt = await subscription.run() else { return }
                    throw ConsoleError.unreachable(stream, why: halt.description)
                }
            }
            group.addTask { await left.finished() }
            // The countdown ends first when there is one; a cancelled group ends all.
            _ = try await group.next()
            group.cancelAll()
        }
    }

    private func startingPoint(of stream: PluginName) async throws -> FeedCursor? {
        guard !fromStart else { return nil }
        let status = try await KVOClient.with(place) { try await $0.ask(StatusQuery(), of: stream) }
        guard let epoch = Epoch(status.head.epoch) else { return nil }
        return FeedCursor(epoch: epoch, offset: FeedOffset(status.head.offset))
    }
}
