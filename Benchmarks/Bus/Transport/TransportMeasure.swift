import Foundation

/// Messages per second from an XPUB in one process to a SUB in another, against the same in C.
struct TransportMeasure {
    let comparison: Comparison
    let cProgram: String
    let load: TransportLoad

    func run() async throws {
        let contest = Contest(
            measure: "XPUB to SUB, one part of \(load.bytes) bytes, batches of \(TransportLoad.batch)",
            unit: .events,
            peer: "libzmq in C, two processes",
            aim: .ratioAtLeast(0.9)
        )
        let rounds = try await comparison.rounds(contest.measure) { (try await ours(), try await theirs()) }
        try contest.outcome(ours: Spread(rounds.map(\.0)), peers: Spread(rounds.map(\.1))).write()
    }

    private func ours() async throws -> Double {
        try await rate(
            try Child(role: "publish", ["\(load.count)", "\(load.bytes)"])
        ) { try Child(role: "subscribe", [$0, "\(load.count)", "\(load.bytes)"]) }
    }

    private func theirs() async throws -> Double {
        try await rate(
            try Child(cProgram, ["publish", "\(load.count)", "\(load.bytes)"])
        ) { try Child(cProgram, ["subscribe", $0, "\(load.count)", "\(load.bytes)"]) }
    }

    private func rate(_ publisher: Child, subscriber: (String) throws -> Child) async throws -> Double {
        let subscriber = try subscriber(try await publisher.line())
        guard let rate = Double(try await subscriber.line()) else { throw BenchFailure("the subscriber told no rate") }
        _ = try await (subscriber.finish(), publisher.finish())
        return rate
    }
}
