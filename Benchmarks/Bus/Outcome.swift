import CloudEvents
import Foundation

/// One line of the outcome: ours beside a peer that was measured in turns with it, and what was aimed at.
struct Outcome: Encodable, Sendable {
    let measure: String
    let unit: String
    /// The median of the rounds.
    let ours: Double
    let peer: String
    let peers: Double
    /// Ours as a part of the peer's, median by median.
    let ratio: Double
    let rounds: Int
    /// The least and the most of the rounds.
    let spread: Sides
    let aim: String
    /// Whether the aim was reached; absent where there is none.
    let reached: Bool?
    /// The load of the machine, over a minute, before the measure began.
    let load: Double
    let note: String

    struct Sides: Encodable, Sendable {
        let ours: [Double]
        let peers: [Double]
    }

    func write() throws { FileHandle.standardOutput.write(try JSON.encode(self) + Data("\n".utf8)) }
}
