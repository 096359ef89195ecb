import EventSourcing
import FoundationEssentials
import Glibc
import SQLiteEventStore
import TestSupport
import Testing

@Suite("A transaction of the SQLite store that a full disk ends")
struct LostTransactionTests {
    @Test(
        "an attempt that a full disk ended is not outlived by what comes after it",
        .timeLimit(.minutes(1)),
        arguments: [true, false]
    )
    func swallowed(isSwallowedWhole: Bool) async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            // The limit on the size of files holds for a whole process, so this one is a child.
            await #expect(processExitsWith: .success) {
                [path = path as String, isSwallowedWhole = isSwallowedWhole as Bool] in
                let channel = try ChannelName.sample()
                let store = try await SQLiteEventStore.open(at: path)
                try await store.deliver("a", to: channel)
                var unlimited = rlimit()
                getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &unlimited)
                signal(SIGXFSZ, SIG_IGN)
                var limited = rlimit(rlim_cur: 4 << 20, rlim_max: unlimited.rlim_max)
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limited)
                await #expect(throws: EventStoreError.self) {
                    try await store.write { transaction in
                        try transaction.deliver(.sample("b"), to: channel)
                        // More than the cache holds, so that SQLite has to write before the commit.
                        #expect(throws: (any Error).self) {
                            try transaction.attempt {
                                for number in 0..<40 {
                                    let body = Data(count: 1 << 20)
                                    try transaction.publish(topic: "e/\(number)/") { _ in body }
                                }
                            }
                        }
                        #expect(throws: EventStoreError.self) {
                            try transaction.deliver(.sample("c"), to: channel)
                        }
                        if !isSwallowedWhole { throw ChangeOfMind() }
                    }
                }
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &unlimited)
                #expect(try await store.texts(of: channel) == ["body of a"])
                #expect(try await store.read { try $0.feedHead() } == .start)
                try await store.deliver("b", to: channel)
                #expect(try await store.texts(of: channel) == ["body of a", "body of b"])
                try await store.close()
                let reopened = try await SQLiteEventStore.open(at: path)
                #expect(try await reopened.texts(of: channel) == ["body of a", "body of b"])
                try await reopened.close()
            }
        }
    }
}
