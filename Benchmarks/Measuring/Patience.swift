/// Waits for something that must come, and says what did not when it takes longer than a whole run may.
func patiently(for awaited: String, _ body: @escaping @Sendable () async throws -> Void) async throws {
    let limit = Duration.seconds(60)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: limit)
            throw BenchFailure("\(awaited) did not come within \(limit / .seconds(1)) seconds")
        }
        try await group.next()
        group.cancelAll()
    }
}
