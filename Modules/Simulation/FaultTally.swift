/// Counts what went wrong on purpose.
package struct FaultTally: Hashable, Sendable, CustomStringConvertible {
    /// The kinds of fault, in the order in which they are shown.
    package enum Kind: String, CaseIterable, Sendable {
        case drop = "drops"
        case duplicate = "duplicates"
        case reorder = "reorders"
        case corrupt = "corruptions"
        case breakage = "broken connections"
        case crash = "crashes"
        case pause = "pauses"
        case restore = "restores"
        case grant = "grant changes"
        case revocation = "revocations"
        case denial = "denials"
        case trim = "trims"
        case failure = "failed effects"
        case parked = "parked events"
        case snapshot = "snapshots"
        case halt = "halts"
        case clock = "clock jumps"
        case intruder = "intruders"
        case interruption = "interrupted back-fills"
        case confirmation = "confirmed restores"
    }

    private var counts: [Kind: Int] = [:]

    /// Counts nothing yet.
    package init() {}

    /// How often a fault happened.
    package subscript(kind: Kind) -> Int { counts[kind] ?? 0 }

    mutating func note(_ kind: Kind) { counts[kind, default: 0] += 1 }

    static func + (left: FaultTally, right: FaultTally) -> FaultTally {
        var sum = left
        for (kind, count) in right.counts { sum.counts[kind, default: 0] += count }
        return sum
    }

    package var description: String { Kind.allCases.map { "\($0.rawValue) \(self[$0])" }.joined(separator: ", ") }
}
