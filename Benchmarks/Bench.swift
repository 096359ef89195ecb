import EventSourcing
import Foundation
import PluginKit
import SQLiteEventStore

/// Measures what the project promises about speed, each beside a peer on the same disk in the same run.
@main
enum Bench {
    private static let parts = ["commands", "replay", "appends", "latency"]

    static func main() async throws {
        var names = Array(CommandLine.arguments.dropFirst())
        switch names.first {
        case "bus": return try await BusBench.run(Array(names.dropFirst()))
        case "role" where names.count > 1: return try await BusBench.play(names[1], Array(names.dropFirst(2)))
        default: break
        }
        let isQuick = names.contains("--quick")
        names.removeAll { $0 == "--quick" }
        guard names.allSatisfy(parts.contains) else {
            Report().progress(
                "Usage: bench [--quick] [\(parts.joined(separator: "] ["))]\n\n"
                    + "Writes one JSON object a line for each thing measured; without a name, all is measured."
            )
            exit(64)
        }
        let comparison = Comparison(effort: isQuick ? .quick : .full, report: Report())
        let start = ContinuousClock.now
        try await withWorkFolder { folder in
            let bodySize = try await Self.bodySize(in: folder)
            comparison.report.progress("an event is published in \(bodySize) bytes")
            for part in names.isEmpty ? parts : names {
                try await measure(part, comparison, folder, bodySize)
            }
        }
        let seconds = Int(start.duration(to: .now) / .seconds(1))
        comparison.report.progress("done in \(seconds) seconds")
    }

    private static func measure(
        _ part: String,
        _ comparison: Comparison,
        _ folder: WorkFolder,
        _ bodySize: Int
    ) async throws {
        switch part {
        case "commands":
            try await CommandBenchmark(comparison: comparison, folder: folder, bodySize: bodySize).run()
        case "replay": try await ReplayBenchmark(comparison: comparison, folder: folder, bodySize: bodySize).run()
        case "appends": try await AppendBenchmark(comparison: comparison, folder: folder, bodySize: bodySize).run()
        default: try await LatencyBenchmark(comparison: comparison, folder: folder).run()
        }
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
