import EventSourcing
import Foundation
import PluginKit
import SQLiteEventStore

/// Measures what the project promises about speed, each beside a peer on the same disk in the same run.
@main
enum Bench {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.allSatisfy({ $0 == "--quick" }) else {
            Report().progress("Usage: bench [--quick]\n\nWrites one JSON object a line for each thing measured.")
            exit(64)
        }
        let comparison = Comparison(effort: arguments.isEmpty ? .full : .quick, report: Report())
        let start = ContinuousClock.now
        try await withWorkFolder { folder in
            let bodySize = try await Self.bodySize(in: folder)
            comparison.report.progress("an event is published in \(bodySize) bytes")
            try await CommandBenchmark(comparison: comparison, folder: folder, bodySize: bodySize).run()
            try await ReplayBenchmark(comparison: comparison, folder: folder, bodySize: bodySize).run()
            try await AppendBenchmark(comparison: comparison, folder: folder, bodySize: bodySize).run()
            try await LatencyBenchmark(comparison: comparison, folder: folder).run()
        }
        let seconds = Int(start.duration(to: .now) / .seconds(1))
        comparison.report.progress("done in \(seconds) seconds")
    }

    /// The bytes of one published event, which are also those of a peer's row.
    private static func bodySize(in folder: WorkFolder) async throws -> Int {
        let probe = try await ProbeService(try ProbePlugin(), storeAt: folder.file("size.sqlite"))
        _ = try await probe.carryOut(try .init(noting: 0, of: "size")).mark()
        let entries = try await probe.entries(after: .start, limit: 1, maxBytes: .max)
        try await probe.runtime.store.close()
        guard let entry = entries.first else { throw BenchFailure("the probe has published nothing") }
        return entry.body.count
    }
}
