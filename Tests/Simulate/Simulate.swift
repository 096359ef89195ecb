import Foundation
import Simulation

/// Runs the simulation over many seeds, or again over one.
///
/// `simulate --seeds 10000 --from 0` or `simulate --seed 123`. The status is 1 when a rule was broken and 2 when the
/// words are not understood.
@main
enum Simulate {
    static func main() async throws {
        guard let options = Options(CommandLine.arguments.dropFirst()) else {
            print("simulate: say --seeds NUMBER [--from SEED], or --seed SEED, both 0 or more; no seeds, no run.")
            exit(2)
        }
        let clock = ContinuousClock()
        let began = clock.now
        let summary = try await SimulationBatch(seeds: options.seeds).run { summary in
            guard summary.seedCount % 500 == 0 else { return }
            let line = "simulate: \(summary.seedCount) of \(options.seeds.count) seeds, \(clock.now - began)\n"
            FileHandle.standardError.write(Data(line.utf8))
        }
        for violation in summary.violations {
            print(violation)
            print("repeat it with: make simulate SEED=\(violation.seed)")
        }
        print(summary)
        if !summary.violations.isEmpty { exit(1) }
    }

    private struct Options {
        var seeds: Range<UInt64> = 0..<1000

        init?(_ words: some Collection<String>) {
            var (from, count) = (UInt64(0), UInt64(1000))
            var words = words[...]
            while let word = words.popFirst() {
                guard let number = words.popFirst().flatMap({ UInt64($0) }) else { return nil }
                switch word {
                case "--seeds": count = number
                case "--from": from = number
                case "--seed": (from, count) = (number, 1)
                default: return nil
                }
            }
            let (end, isTooFar) = from.addingReportingOverflow(count)
            guard count > 0, !isTooFar else { return nil }
            seeds = from..<end
        }
    }
}
