/// Several at once that do the same again and again for a while.
struct Workers: Sendable {
    /// How many there are: so many pieces of work are outstanding at any moment.
    let count: Int

    /// Lets them work for a while and returns the pieces done per second.
    ///
    /// A piece gets its worker's name, different in each run, and its number with that worker, from 0.
    func rate(
        over turn: Duration,
        _ piece: @escaping @Sendable (String, Int) async throws -> Void
    ) async throws -> Double {
        let run = String(UInt64.random(in: .min ... .max), radix: 36)
        let start = ContinuousClock.now
        let done = try await withThrowingTaskGroup(of: Int.self) { group in
            for worker in 0..<count {
                group.addTask {
                    var number = 0
                    while start.duration(to: .now) < turn {
                        try await piece("\(run)-\(worker)", number)
                        number += 1
                    }
                    return number
                }
            }
            return try await group.reduce(0, +)
        }
        return Double(done) / (start.duration(to: .now) / .seconds(1))
    }
}
