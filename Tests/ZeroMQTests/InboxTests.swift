import Testing

@testable import ZeroMQ

@Suite("An inbox", .timeLimit(.minutes(1)))
struct InboxTests {
    @Test("a slow consumer gets everything in order and the buffer stays within its limit", arguments: Wire.allCases)
    func pausing(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            let sink = try await Station.open(ioThread, .pull)
            let inbox = try await sink.inbox(limit: 64, policy: .pauseSocket)
            let source = try await Station.open(ioThread, .push) { $0.sendHighWater = 20_000 }
            try await source.connect(try await sink.bind(folder.endpoint(wire)))
            try await source.sendWhenConnected([.init(number: 0)])
            let result = try await source.sendBatch((1..<10_000).map { [.init(number: $0)] })
            #expect(result.isComplete)
            var numbers: [Int] = []
            var largest = 0
            for try await batch in inbox {
                largest = max(largest, batch.count)
                numbers += batch.compactMap { $0.first?.number }
                if numbers.count == 10_000 { break }
                await Task.yield()
            }
            #expect(numbers == Array(0..<10_000))
            #expect(largest <= 64)
            #expect(inbox.droppedCount == 0)
        }
    }

    @Test("a buffer of hints drops the newest and counts them")
    func dropping() async throws {
        try await withIOThread { ioThread, folder in
            let sink = try await Station.open(ioThread, .pull)
            let inbox = try await sink.inbox(limit: 10, policy: .dropNewest)
            let source = try await Station.open(ioThread, .push)
            try await source.connect(try await sink.bind(folder.endpoint(.ipc)))
            try await source.sendWhenConnected([.init(number: 0)])
            #expect(try await source.sendBatch((1..<100).map { [.init(number: $0)] }).isComplete)
            while inbox.droppedCount + inbox.bufferedCount < 100 { await Task.yield() }
            #expect(inbox.droppedCount == 90)
            let batch = try await inbox.next()
            #expect(batch?.compactMap { $0.first?.number } == Array(0..<10))
        }
    }

    @Test("a cancelled consumer stops waiting, and a later one still gets the messages")
    func cancellation() async throws {
        try await withIOThread { ioThread, folder in
            let sink = try await Station.open(ioThread, .pull)
            let inbox = try await sink.inbox(limit: 10, policy: .pauseSocket)
            let endpoint = try await sink.bind(folder.endpoint(.ipc))
            for _ in 0..<50 {
                let outcome = try await withThrowingTaskGroup { group in
                    group.addTask { try await inbox.next() }
                    group.cancelAll()
                    return try await group.next() ?? []
                }
                #expect(outcome == nil)
            }
            let waiting = try await withThrowingTaskGroup { group in
                group.addTask { try await inbox.next() }
                while inbox.state.withLock({ $0.waiters.isEmpty }) { await Task.yield() }
                group.cancelAll()
                return try await group.next() ?? []
            }
            #expect(waiting == nil)
            let source = try await Station.open(ioThread, .push)
            try await source.connect(endpoint)
            try await source.sendWhenConnected([.init(text: "late")])
            #expect(try await inbox.next() == [[.init(text: "late")]])
        }
    }

    @Test("the sequence ends with its socket, after what was buffered")
    func closing() async throws {
        try await withIOThread { ioThread, folder in
            let sink = try await Station.open(ioThread, .pull)
            let inbox = try await sink.inbox(limit: 10, policy: .pauseSocket)
            let source = try await Station.open(ioThread, .push)
            try await source.connect(try await sink.bind(folder.endpoint(.ipc)))
            try await source.sendWhenConnected([[1]])
            while inbox.bufferedCount == 0 { await Task.yield() }
            try await sink.close()
            #expect(try await inbox.next() == [[[1]]])
            #expect(try await inbox.next() == nil)
        }
    }

    @Test("a waiting consumer hears that the thread was shut down")
    func termination() async throws {
        let ioThread = try IOThread()
        let sink = try await Station.open(ioThread, .pull)
        let inbox = try await sink.inbox(limit: 10, policy: .pauseSocket)
        let error = await #expect(throws: ZeroMQError.self) {
            try await withThrowingTaskGroup { group in
                group.addTask { _ = try await inbox.next() }
                while inbox.state.withLock({ $0.waiters.isEmpty }) { await Task.yield() }
                await ioThread.shutDown()
                try await group.next()
            }
        }
        #expect(error == ZeroMQError(.terminated, .receive))
        await #expect(throws: ZeroMQError.self) { try await inbox.next() }
    }
}
