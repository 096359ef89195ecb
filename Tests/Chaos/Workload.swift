import Synchronization

/// Lets things happen in many areas at the same time.
struct Workload: Sendable {
    let client: Operator
    let record: CommandRecord
    /// How many areas are busy at a time.
    let width = 6
    private let next = Counter()
    private let isEnough = Counter()

    init(client: Operator, record: CommandRecord) { (self.client, self.record) = (client, record) }

    /// Goes on until ``end()``; every command that was begun is answered when it returns.
    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<width {
                group.addTask {
                    while isEnough.value == 0,
                        var story = AreaStory(next.increase(), client: client, record: record)
                    {
                        try await story.happen { isEnough.value > 0 }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Begins no more commands.
    func end() { _ = isEnough.increase() }

    private final class Counter: Sendable {
        private let number = Mutex(0)
        var value: Int { number.withLock { $0 } }
        /// Adds one and gives the number before.
        func increase() -> Int {
            number.withLock { number in
                defer { number += 1 }
                return number
            }
        }
    }
}
