/// Measures two things in turns, A B A B, so that what else the machine does falls on both.
struct Comparison: Sendable {
    let effort: Effort
    let report: Report
    /// The load of the machine before what is measured began.
    var load = MachineLoad.lastMinute

    /// Measures one figure of each side a round, after a round that does not count.
    ///
    /// - Parameters:
    ///   - name: What is measured.
    ///   - unit: What its figure counts.
    ///   - batch: How many are outstanding, or share a commit.
    ///   - peer: What it is held against.
    ///   - ours: Measures our side once.
    ///   - theirs: Measures the peer once.
    /// - Throws: What either side throws; there is no figure then.
    func run(
        _ name: String,
        unit: Unit,
        batch: Int,
        peer: String,
        ours: () async throws -> Double,
        theirs: () async throws -> Double
    ) async throws {
        let both = try await rounds("\(name), \(batch)") { (try await ours(), try await theirs()) }
        let measurement = Measurement(
            name,
            unit: unit,
            batch: batch,
            ours: Spread(both.map(\.0)),
            peer: peer,
            peers: Spread(both.map(\.1))
        )
        try report.add(measurement)
    }

    /// Writes the line of a contest.
    func write(_ contest: Contest, ours: Spread, peers: Spread) throws {
        try contest.outcome(ours: ours, peers: peers, load: load).write()
    }

    /// The outcome of each round, without the first, in which files and caches are still cold.
    func rounds<Outcome>(_ title: String, _ body: () async throws -> Outcome) async throws -> [Outcome] {
        report.progress(title)
        _ = try await body()
        var outcomes: [Outcome] = []
        for _ in 0..<effort.rounds { outcomes.append(try await body()) }
        return outcomes
    }
}
