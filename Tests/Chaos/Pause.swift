import Dispatch

/// Lets time go by between two faults, and between two looks at processes that cannot call back.
enum Pause {
    static func seconds(_ seconds: Double) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().asyncAfter(deadline: .now() + max(0, seconds)) { continuation.resume() }
        }
    }

    /// Looks again and again until something is so.
    ///
    /// - Throws: ``ChaosError`` with what is missing when it is not so in time, and what the look throws.
    static func until(
        within limit: Duration = .seconds(120),
        every seconds: Double = 0.2,
        _ isSo: () async throws -> Missing?
    ) async throws {
        let deadline = ContinuousClock.now + limit
        while let missing = try await isSo() {
            guard ContinuousClock.now < deadline else {
                throw ChaosError("after \(limit / .seconds(1)) s: \(missing.text)")
            }
            await Self.seconds(seconds)
        }
    }

    /// What is not yet so.
    struct Missing {
        let text: String

        init(_ text: String) { self.text = text }
    }
}
