/// Kills a random process every 0.3 to 1.2 s, and starts it again within 0.6 s: others may be down by then.
struct KillDriver {
    /// What a process is in the test.
    enum Kind: String, CaseIterable {
        case publisher
        case gateway
        case consumer
    }

    let victims: [Kind: [ChildProcess]]
    var random: SeededNumbers
    private(set) var counts: [Kind: Int] = [:]
    private var down: [(process: ChildProcess, until: ContinuousClock.Instant)] = []

    init(victims: [Kind: [ChildProcess]], random: SeededNumbers) { (self.victims, self.random) = (victims, random) }

    /// Goes on for so long; then all are up again.
    ///
    /// - Throws: ``ChaosError`` when a process has ended by itself.
    mutating func run(for duration: Duration) async throws {
        let end = ContinuousClock.now + duration
        var next = ContinuousClock.now + pause(0.3...1.2)
        // Each kind once in every three kills, so that a short run has all of them.
        var order: [Kind] = []
        while ContinuousClock.now < end {
            try startThoseDue(by: .now)
            for process in victims.values.joined() { try process.requireLife() }
            if ContinuousClock.now >= next {
                if order.isEmpty { order = Kind.allCases.shuffled(using: &random) }
                try kill(one: order.removeLast())
                next = .now + pause(0.3...1.2)
            }
            let soonest = down.map(\.until).reduce(min(next, end), min)
            await Pause.seconds((soonest - .now) / .seconds(1))
        }
        try startThoseDue(by: end + .seconds(1))
    }

    private mutating func kill(one kind: Kind) throws {
        let up = (victims[kind] ?? []).filter(\.isUp)
        guard let victim = up.randomElement(using: &random) else { return }
        try victim.kill()
        counts[kind, default: 0] += 1
        down.append((victim, .now + pause(0...0.6)))
    }

    private mutating func startThoseDue(by moment: ContinuousClock.Instant) throws {
        for (process, _) in down.filter({ $0.until <= moment }) { try process.start() }
        down.removeAll { $0.until <= moment }
    }

    private mutating func pause(_ range: ClosedRange<Double>) -> Duration {
        .seconds(Double.random(in: range, using: &random))
    }

    /// The kills in words.
    var summary: String {
        Kind.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: " + ") + " kills"
    }
}
