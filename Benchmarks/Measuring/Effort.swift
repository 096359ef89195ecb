/// How much is measured: enough for a figure, or just enough to see that everything still runs.
struct Effort: Sendable {
    /// How often both sides are measured, in turns.
    let rounds: Int
    /// How long one side of a rate is measured.
    let turn: Duration
    /// The events of one replay.
    let replayed: Int
    /// The events of one side of a latency, and the writes to the bare disk beside them.
    let timed: Int

    static let full = Effort(rounds: 5, turn: .milliseconds(700), replayed: 20_000, timed: 500)
    static let quick = Effort(rounds: 1, turn: .milliseconds(100), replayed: 2000, timed: 50)
}
