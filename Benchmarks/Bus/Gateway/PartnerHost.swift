import Bus
import EventSourcing
import Foundation
import SQLiteEventStore
import ZeroMQ

/// A process of partners, each with a key and a subscription of its own, over CURVE.
///
/// It reads one instruction a line: `follow <name> <live> <feed> <secret> <store or ->` starts a partner, which keeps a
/// row for each event and its cursor in the store, on disk, or only notes what came; `reach <offset>` answers when all
/// have come so far; `write <file>` writes the arrivals. The end of the input ends it.
struct PartnerHost {
    private let thread: IOThread
    private let serverKey: CurvePublicKey
    private let log = ArrivalLog()

    static func run(serverKey: String) async throws {
        guard let key = CurvePublicKey(serverKey) else { throw BenchFailure("\(serverKey) is no key") }
        let thread = try IOThread()
        try await PartnerHost(thread: thread, serverKey: key).run()
        await thread.shutDown()
    }

    private func run() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            for await line in Lines.of(.standardInput) {
                let words = line.split(separator: " ").map(String.init)
                switch (words.first, words.count) {
                case ("follow"?, 6):
                    log.expect(words[1])
                    let subscription = try await subscription(words[1], try source(words), keepingIn: words[5])
                    group.addTask { await subscription.run() }
                    answer("following")
                case ("reach"?, 2):
                    await log.reach(FeedOffset(Int64(words[1]) ?? 0))
                    answer("reached")
                case ("write"?, 2):
                    try log.write(to: words[1])
                    answer("written")
                default: throw BenchFailure("\(line) is no instruction to a partner")
                }
            }
            group.cancelAll()
        }
    }

    private func answer(_ text: String) { FileHandle.standardOutput.write(Data("\(text)\n".utf8)) }

    private func source(_ words: [String]) throws -> FeedSource {
        guard let keys = CurveKeyPair(secret: words[4]) else { throw BenchFailure("\(words[1]) has no key") }
        let peer = CurvePeer(serverKey: serverKey, keys: keys)
        return FeedSource(
            live: .curve(try Address("tcp://127.0.0.1:\(words[2])"), peer),
            feed: .curve(try Address("tcp://127.0.0.1:\(words[3])"), peer),
            consumer: words[1]
        )
    }

    private func subscription(
        _ name: String,
        _ source: FeedSource,
        keepingIn path: String
    ) async throws -> FeedSubscription {
        let store = path == "-" ? nil : try await SQLiteEventStore.open(at: path)
        return FeedSubscription(source, from: nil, on: thread) { notice in
            Report().progress("\(name): \(notice)")
        } apply: { [log] entries, epoch, _ in
            guard let last = entries.last else { return }
            try await store?.write { transaction in
                for entry in entries {
                    try transaction.markReceived(id: "\(entry.offset.value)", from: FeedLoad.source)
                }
                try transaction.setCursor(FeedCursor(epoch: epoch, offset: last.offset), in: FeedLoad.source)
            }
            log.note(entries, by: name, at: Moment.now)
        }
    }
}
