import Bus
import EventSourcing
import Foundation
import SQLiteEventStore
import ZeroMQ

/// A process of its own that serves a feed from a file and publishes into it when it is told to.
///
/// It reads one instruction a line: `<events> <batch>` publishes so many events, so many in each commit, and writes
/// the seconds that it took. The end of the input ends it.
enum FeedHost {
    static func run(storeAt path: String, in folder: String) async throws {
        let store = try await SQLiteEventStore.open(at: path)
        let thread = try IOThread()
        let port = try await FeedPort(StoreService(store: store), on: thread)
        _ = try await port.open(at: try endpoints(in: folder))
        answer("ready")
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { await port.run() }
            for await line in Lines.of(.standardInput) {
                let numbers = line.split(separator: " ").compactMap { Int($0) }
                guard numbers.count == 2 else { throw BenchFailure("\(line) is not an instruction to publish") }
                answer("\(try await publish(numbers[0], batch: numbers[1], into: store))")
            }
            await port.close()
        }
        await thread.shutDown()
        try await store.close()
    }

    static func live(in folder: String) throws -> LocalEndpoint { try LocalEndpoint("ipc://\(folder)/live") }
    static func feed(in folder: String) throws -> LocalEndpoint { try LocalEndpoint("ipc://\(folder)/feed") }

    private static func endpoints(in folder: String) throws -> DoorEndpoints {
        DoorEndpoints(live: .unsecured(try live(in: folder)), feed: .unsecured(try feed(in: folder)))
    }

    private static func answer(_ text: String) { FileHandle.standardOutput.write(Data("\(text)\n".utf8)) }

    private static func publish(_ count: Int, batch: Int, into store: SQLiteEventStore) async throws -> Double {
        let start = ContinuousClock.now
        for _ in 0..<count / batch {
            try await store.write { try FeedLoad.publish(batch, in: $0) }
        }
        return start.duration(to: .now) / .seconds(1)
    }
}
