import Foundation
import ZeroMQ

/// Measures the bus beside its peers, in turns, and writes one JSON line for each measure.
enum BusBench {
    private static let parts = ["transport", "curve", "durable", "replay", "partner", "fanout"]

    /// Runs the parts that are named, or all.
    static func run(_ arguments: [String]) async throws {
        var names = arguments
        let isQuick = names.contains("--quick")
        // A busy machine is waited for, except when one only wants to see that everything runs, or a profile.
        let waits = !isQuick && !names.contains("--now")
        names.removeAll { ["--quick", "--now"].contains($0) }
        guard names.allSatisfy(parts.contains) else {
            Report().progress("Usage: bench bus [--quick] [--now] [\(parts.joined(separator: "] ["))]")
            exit(64)
        }
        var comparison = Comparison(effort: isQuick ? .quick : .full, report: Report())
        try await withWorkFolder { folder in
            for part in names.isEmpty ? parts : names {
                if waits { comparison.load = try await MachineLoad.settle(comparison.report) }
                switch part {
                case "transport":
                    let program = try await compile("xpub_sub", with: "-lzmq", in: folder)
                    let load = TransportLoad(count: isQuick ? 20_000 : 1_000_000, bytes: 500)
                    try await TransportMeasure(comparison: comparison, cProgram: program, load: load).run()
                case "curve":
                    let program = try await compile("xpub_sub", with: "-lzmq", in: folder)
                    let load = TransportLoad(count: isQuick ? 20_000 : 400_000, bytes: 500)
                    try await CurveMeasure(comparison: comparison, cProgram: program, load: load).run()
                case "partner":
                    try await PartnerLatencyMeasure(
                        comparison: comparison,
                        folder: folder,
                        jetStream: try? await compile("jetstream", with: "-lnats", in: folder),
                        count: isQuick ? 100 : 1000
                    ).run()
                case "fanout":
                    try await FanOutMeasure(
                        comparison: comparison,
                        folder: folder,
                        count: isQuick ? 50 : 400
                    ).run()
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
        case ("publish", 2): try await TransportPublisher.run(try load(arguments[0], arguments[1]), nil)
        case ("publish", 4):
            let keys = try TransportKeys(own: arguments[2], other: arguments[3])
            try await TransportPublisher.run(try load(arguments[0], arguments[1]), keys)
        case ("subscribe", 3):
            try await TransportSubscriber.run(try load(arguments[1], arguments[2]), nil, from: arguments[0])
        case ("subscribe", 5):
            let keys = try TransportKeys(own: arguments[3], other: arguments[4])
            try await TransportSubscriber.run(try load(arguments[1], arguments[2]), keys, from: arguments[0])
        case ("gateway", 2): try await GatewayHost.run(in: arguments[0], firstPort: arguments[1])
        case ("partners", 1): try await PartnerHost.run(serverKey: arguments[0])
        default: throw BenchFailure("there is no role \(role) with \(arguments.count) arguments")
        }
    }

    private static func load(_ count: String, _ bytes: String) throws -> TransportLoad {
        guard let count = Int(count), let bytes = Int(bytes) else { throw BenchFailure("\(count) \(bytes) is no load") }
        return TransportLoad(count: count, bytes: bytes)
    }

    private static func compile(_ name: String, with library: String, in folder: WorkFolder) async throws -> String {
        let program = folder.file(name)
        _ = try await Child("/usr/bin/cc", ["-O2", "-o", program, "Benchmarks/C/\(name).c", library]).finish()
        return program
    }
}
