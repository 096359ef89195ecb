import Simulation
import Testing

@Suite("The bus in a simulated world")
struct SimulationTests {
    @Test("gives every partner all that it is granted, once, in order, and nothing else, whatever strikes")
    func right() async throws {
        let summary = try await SimulationBatch(seeds: 0..<40).run()
        #expect(summary.violations == [])
        #expect(summary.seedCount == 40)
        for kind in FaultTally.Kind.allCases {
            #expect(summary.faults[kind] > 0, "no \(kind.rawValue) in 40 seeds")
        }
    }

    @Test("goes the same way twice with one seed, and other ways with others", arguments: [UInt64(3), 17, 29])
    func repeatable(seed: UInt64) async throws {
        let first = try await Simulation.run(seed: seed)
        let second = try await Simulation.run(seed: seed)
        #expect(first.traceHash == second.traceHash)
        #expect(first.steps == second.steps)
        let other = try await Simulation.run(seed: seed + 1)
        #expect(first.traceHash != other.traceHash)
    }

    @Test("finds each planted mistake, and nothing without it", arguments: Mistake.allCases)
    func planted(_ mistake: Mistake) async throws {
        let found = try await SimulationBatch(seeds: 0..<200, mistake: mistake).run()
        let violation = try #require(
            found.violations.first,
            "no seed up to 200 finds \(mistake.rawValue)"
        )
        print("\(mistake.rawValue): seed \(violation.seed): \(violation.sentence)")
        // The same seed repeats it, and passes when nothing is planted.
        let again = try await Simulation.run(seed: violation.seed, mistake: mistake)
        #expect(again.violation == violation)
        let right = try await Simulation.run(seed: violation.seed)
        #expect(right.violation == nil)
    }
}
