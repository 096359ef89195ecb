/// Runs many seeds, several at a time; each seed by itself is as repeatable as ever.
package struct SimulationBatch: Sendable {
    /// What became of all seeds together.
    package struct Summary: Sendable, CustomStringConvertible {
        /// How many seeds were run.
        package internal(set) var seedCount = 0
        /// How many things happened.
        package internal(set) var stepCount = 0
        /// What went wrong on purpose.
        package internal(set) var faults = FaultTally()
        /// The broken rules, by seed.
        package internal(set) var violations: [Violation] = []
        /// The longest that it took until everything had come to rest after the last fault, in virtual time.
        package internal(set) var slowest: Duration = .zero
        /// The hashes of all traces, combined so that their order does not matter: equal for equal runs.
        package internal(set) var traceHash: UInt64 = 0
        /// The seed that took so long.
        package internal(set) var slowestSeed: UInt64 = 0

        mutating func add(_ outcome: Simulation.Outcome) {
            seedCount += 1
            stepCount += outcome.steps
            faults = faults + outcome.faults
            traceHash ^= outcome.traceHash
            if let settled = outcome.settledAfter, settled > slowest {
                (slowest, slowestSeed) = (settled, outcome.seed)
            }
            if let violation = outcome.violation { violations.append(violation) }
        }

        package var description: String {
            "simulate: \(seedCount) seeds, \(stepCount) steps, faults: \(faults); \(violations.count) violations; "
                + "at rest after at most \(slowest / .seconds(1)) s of virtual time (seed \(slowestSeed)); "
                + "trace \(String(traceHash, radix: 16))"
        }
    }

    /// The seeds.
    package let seeds: Range<UInt64>
    /// The mistake that is planted, or `nil`.
    package let mistake: Mistake?
    /// How many run at a time, 1 or more.
    package let workers: Int

    /// Makes a batch.
    package init(seeds: Range<UInt64>, mistake: Mistake? = nil, workers: Int = 2) {
        (self.seeds, self.mistake, self.workers) = (seeds, mistake, workers)
    }

    /// Runs the seeds; after the first broken rule it begins no other ones.
    ///
    /// - Parameter progress: Hears of what is done so far after each seed.
    /// - Returns: What became of the seeds that were run.
    /// - Throws: What a store throws that should not.
    package func run(progress: (Summary) -> Void = { _ in }) async throws -> Summary {
        try await withThrowingTaskGroup(of: Simulation.Outcome.self) { group in
            var waiting = seeds.makeIterator()
            func begin() {
                guard let seed = waiting.next() else { return }
                group.addTask { [mistake] in try await Simulation.run(seed: seed, mistake: mistake) }
            }
            for _ in 0..<max(1, workers) { begin() }
            var summary = Summary()
            while let outcome = try await group.next() {
                summary.add(outcome)
                progress(summary)
                if summary.violations.isEmpty { begin() }
            }
            summary.violations.sort { $0.seed < $1.seed }
            return summary
        }
    }
}
