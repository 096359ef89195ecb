import Foundation
import ZeroMQ

/// Measures the bus beside its peers, in turns, and writes one JSON line for each measure.
enum BusBench {
    private static let parts = ["transport", "durable", "replay"]

    /// Runs the parts that are named, or all.
    static func run(_ arguments: [String]) async throws {
        var names = arguments
        let isQuick = names.contains("--quick")
        names.removeAll { $0 == "--quick" }
        guard names.allSatisfy(parts.contains) else {
            Report().progress("Usage: bench bus [--quick] [\(parts.joined(separator: "] ["))]")
            exit(64)
        }
        let comparison = Comparison(effort: isQuick ? .quick : .full, report: Report())
        try await withWorkFolder { folder in
            for part in names.isEmpty ? parts : names {
                switch part {
                case "transport":
                    let program = folder.file("xpub_sub")
                    try await compile("Benchmarks/C/xpub_sub.c", to: program)
                    let load = TransportLoad(count: isQuick ? 20_000 : 1_000_000, bytes: 500)
                    try await TransportMeasure(comparison: comparison, cProgram: program, load: load).run()
                case "durable":
                    try await DurableMeasure(
                        comparison: comparison,
                        folder: folder,
                        count: isQuick ? 2000 : 50_000,
                        batch: 100
                    ).run()
                default:
                    try await FeedReplayMeasure(
                        comparison: comparison,
                        folder: folder,
                        count: isQuick ? 20_000 : 1_000_000
                    ).run()
                }
            }
        }
    }

    /// Does the work of one process of a measure.
    static func play(_ role: String, _ arguments: [String]) async throws {
        switch (role, arguments.count) {
        case ("feed", 2): try await FeedHost.run(storeAt: arguments[0], in: arguments[1])
        case ("publish", 2): try await TransportPublisher.run(try load(arguments[0], arguments[1]))
        case ("subscribe", 3):
            try await TransportSubscriber.run(try load(arguments[1], arguments[2]), from: arguments[0])
        default: throw BenchFailure("there is no role \(role) with \(arguments.count) arguments")
        }
    }

    private static func load(_ count: String, _ bytes: String) throws -> TransportLoad {
        guard let count = Int(count), let bytes = Int(bytes) else { throw BenchFailure("\(count) \(bytes) is no load") }
        return TransportLoad(count: count, bytes: bytes)
    }

    private static func compile(_ source: String, to program: String) async throws {
        _ = try await Child("/usr/bin/cc", ["-O2", "-o", program, source, "-lzmq"]).finish()
    }
}
