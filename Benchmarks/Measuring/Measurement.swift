/// One line of the outcome: ours beside a peer that was measured in turns with it.
struct Measurement: Encodable, Sendable {
    let benchmark: String
    let unit: String
    let batch: Int
    let rounds: Int
    let median: Double
    let min: Double
    let max: Double
    let peer: String
    let peerMedian: Double
    let peerMin: Double
    let peerMax: Double
    /// Ours as a part of the peer's, median by median.
    let ratio: Double

    init(_ name: String, unit: Unit, batch: Int, ours: Spread, peer: String, peers: Spread) {
        benchmark = name
        self.unit = unit.name
        self.batch = batch
        rounds = ours.count
        (median, min, max) = (unit.round(ours.median), unit.round(ours.least), unit.round(ours.most))
        self.peer = peer
        (peerMedian, peerMin, peerMax) = (unit.round(peers.median), unit.round(peers.least), unit.round(peers.most))
        ratio = (ours.median / peers.median * 1000).rounded() / 1000
    }
}
