import Bus
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import Scheme
import Testing

/// Values that many tests need and none is about.
enum Samples {
    static let epoch = Epoch(UUID(uuid: (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255)))
    static let otherEpoch = Epoch(UUID(uuid: (9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255)))

    /// An entry whose body says which one it is, so that another's body in its place shows.
    static func entry(_ offset: Int64, topic: String = "e/test/gm0001/g1/iets/") -> FeedEntry {
        FeedEntry(offset: FeedOffset(offset), topic: topic, body: Data("event \(offset)".utf8))
    }

    static func entries(_ offsets: ClosedRange<Int64>) -> [FeedEntry] { offsets.map { entry($0) } }

    static func live(_ offset: Int64, head: Int64? = nil, epoch: Epoch = epoch) -> LiveMessage {
        LiveMessage(entry(offset), epoch: epoch, head: FeedOffset(head ?? offset), sentAt: Instant(microseconds: 0))
    }

    static func heartbeat(_ head: Int64, epoch: Epoch = epoch) -> LiveMessage {
        LiveMessage(heartbeatOf: epoch, head: FeedOffset(head), sentAt: Instant(microseconds: 0))
    }

    static let query = QueryRequest(type: "echo", body: .null)

    static func issuer() throws -> Issuer {
        Issuer(organisation: try #require(OrganisationID("politie-mn")), role: "projectleider")
    }

    static func command(_ body: JSONValue = .object([:]), key: UUID = UUID()) throws -> CommandRequest {
        CommandRequest(key: key, type: "doe-iets", issuedBy: try issuer(), body: body)
    }
}

/// A repeatable source of random numbers (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Tells whether something with this chance happens.
    mutating func happens(_ chance: Double) -> Bool { Double.random(in: 0..<1, using: &self) < chance }
}
