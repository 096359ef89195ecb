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
        let ours = TransportPair(
            publisher: .role("publish", load.arguments),
            subscriber: .role("subscribe", load.arguments)
        )
        let theirs = TransportPair(
            publisher: .program(cProgram, "publish", load.arguments),
            subscriber: .program(cProgram, "subscribe", load.arguments)
        )
        let rounds = try await comparison.rounds(contest.measure) { (try await ours.rate(), try await theirs.rate()) }
        try comparison.write(contest, ours: Spread(rounds.map(\.0)), peers: Spread(rounds.map(\.1)))
    }
}
