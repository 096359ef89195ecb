import ZeroMQ

/// Messages per second from an XPUB in one process to a SUB in another with CURVE, against the same without it and
/// against CURVE in C.
struct CurveMeasure {
    let comparison: Comparison
    let cProgram: String
    let load: TransportLoad

    func run() async throws {
        let (server, client) = (try CurveKeyPair(), try CurveKeyPair())
        let secured = TransportPair(
            publisher: try .role("publish", load.arguments + [server.secretText, "\(client.publicKey)"]),
            subscriber: .role("subscribe", load.arguments + [client.secretText, "\(server.publicKey)"])
        )
        let plain = TransportPair(
            publisher: .role("publish", load.arguments),
            subscriber: .role("subscribe", load.arguments)
        )
        let inC = TransportPair(
            publisher: .program(cProgram, "publish", load.arguments + [server.secretText]),
            subscriber: .program(cProgram, "subscribe", load.arguments + ["\(server.publicKey)"])
        )
        let title = "XPUB to SUB with CURVE, one part of \(load.bytes) bytes, batches of \(TransportLoad.batch)"
        let rounds = try await comparison.rounds(title) {
            (ours: try await secured.rate(), plain: try await plain.rate(), inC: try await inC.rate())
        }
        let ours = Spread(rounds.map(\.ours))
        let cipher = "the cipher of libzmq is libsodium's XSalsa20-Poly1305, on one thread of its own on each side"
        let beside = Contest(measure: title, unit: .events, peer: "the same in C", aim: .none, note: cipher)
        try comparison.write(beside, ours: ours, peers: Spread(rounds.map(\.inC)))
        let price = Contest(measure: title, unit: .events, peer: "ours without CURVE", aim: .none, note: cipher)
        try comparison.write(price, ours: ours, peers: Spread(rounds.map(\.plain)))
    }
}
