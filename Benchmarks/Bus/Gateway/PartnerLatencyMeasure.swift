import EventSourcing
import Foundation

/// Milliseconds from the return of a commit of a service until a partner's own commit, through the gateway, at 200 events a second.
struct PartnerLatencyMeasure {
    let comparison: Comparison
    let folder: WorkFolder
    /// The program that talks to JetStream.
    let jetStream: String?
    /// The events of a round.
    let count: Int

    private static let interval = Duration.milliseconds(5)
    private static let title = "through the gateway to a partner's commit, 200 events/s"

    private struct Round {
        let committed: Spread
        let began: Spread
        let disk: Spread
        let nats: (p50: Double, p99: Double)?
    }

    func run() async throws {
        let disk = BareDisk(path: folder.file("partner-disk"))
        let nats = try await JetStreamPeer(program: jetStream, in: folder)
        var rounds: [Round] = []
        try await GatewayStage.with(named: "partner", in: folder) { stage in
            let partners = try Partners(serverKey: stage.serverKey, in: stage.folder)
            try await partners.follow(try await stage.admit("partner-1"), keepingIn: folder.file("partner.sqlite"))
            rounds = try await comparison.rounds(Self.title) {
                let published = try await stage.publish(count, every: Self.interval)
                try await partners.reach(published.last?.offset ?? .start)
                let arrivals = try await partners.arrivals()
                return Round(
                    committed: Spread(try published.delays(from: \.committed, until: arrivals)),
                    began: Spread(try published.delays(from: \.began, until: arrivals)),
                    disk: Spread(try await disk.times(count)),
                    nats: try await nats?.delays(count, every: Self.interval)
                )
            }
            try await partners.finish()
        }
        try await nats?.stop()
        try write(rounds)
    }

    private func write(_ rounds: [Round]) throws {
        for (name, part) in [("p50", 0.5), ("p99", 0.99)] {
            let contest = Contest(
                measure: "return of the commit \(Self.title), \(name)",
                unit: .milliseconds,
                peer: "\(BareDisk.name), \(name)",
                aim: .none,
                note:
                    "three processes and three commits on disk: service, gateway, partner; CURVE on every socket; counted from "
                    + "where the commit came back to its caller, which is a little after the gateway was told of it"
            )
            try comparison.write(
                contest,
                ours: Spread(rounds.map { $0.committed.quantile(part) }),
                peers: Spread(rounds.map { $0.disk.quantile(part) })
            )
        }
        let nats = rounds.compactMap(\.nats)
        guard nats.count == rounds.count else { return }
        for (name, part, theirs) in [("p50", 0.5, nats.map(\.p50)), ("p99", 0.99, nats.map(\.p99))] {
            let contest = Contest(
                measure: "call to publish \(Self.title), \(name)",
                unit: .milliseconds,
                peer: "NATS JetStream, call to publish to the subscriber's callback, \(name)",
                aim: .none,
                note: "JetStream of Debian (2.9) does not sync: nothing of it is on disk when it is delivered; "
                    + "no encryption, no grants and one hop fewer"
            )
            try comparison.write(
                contest,
                ours: Spread(rounds.map { $0.began.quantile(part) }),
                peers: Spread(theirs)
            )
        }
    }
}
