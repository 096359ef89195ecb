import EventSourcing
import FoundationEssentials

/// The events that go through a feed, on our side and on every peer's.
enum FeedLoad {
    /// As the topics of the services are.
    static let topic = "e/certificering/gm0344/g0042/certificaat-verleend/"
    /// The name under which a consumer keeps what it received and how far it has come.
    static let source = "urn:nl:kvo:measured"
    /// The bytes of an event's body.
    static let bodySize = 500
    static let body = Data(repeating: UInt8(ascii: "x"), count: bodySize)

    /// Publishes a number of events in one transaction.
    static func publish(_ count: Int, in transaction: any StoreTransaction) throws {
        for _ in 0..<count { try transaction.publish(topic: topic) { _ in body } }
    }
}
