/// Runs publishers, the gateway and partners through one seed's faults and checks every rule after every step.
package enum Simulation {
    /// What became of one seed.
    package struct Outcome: Sendable {
        /// The seed.
        package let seed: UInt64
        /// How many things happened.
        package let steps: Int
        /// What went wrong on purpose.
        package let faults: FaultTally
        /// A hash over all that happened; equal for two runs of a seed.
        package let traceHash: UInt64
        /// How long after the last fault everything had come to rest, in virtual time; `nil` when it did not.
        package let settledAfter: Duration?
        /// The rule that was broken, if one was.
        package let violation: Violation?
    }

    /// Runs one seed.
    ///
    /// - Parameters:
    ///   - seed: All that is random follows from it.
    ///   - mistake: A mistake to plant, or `nil`.
    /// - Returns: What became of it; the same for the same seed and mistake.
    /// - Throws: What a store throws that should not.
    package static func run(seed: UInt64, mistake: Mistake? = nil) async throws -> Outcome {
        let world = World(seed: seed, mistake: mistake)
        try await world.run()
        return Outcome(
            seed: seed,
            steps: world.steps,
            faults: world.tally,
            traceHash: world.trace.hash,
            settledAfter: world.settledAfter,
            violation: world.violation
        )
    }
}
