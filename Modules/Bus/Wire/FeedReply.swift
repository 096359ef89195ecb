package import Contracts
package import EventSourcing

/// What a service answers.
package enum FeedReply: Hashable, Sendable {
    /// The answer to an introduction.
    case welcome(Welcome)
    /// Entries in order without a gap; none when the wait was over.
    case events(Events)
    /// A page of a snapshot.
    case snapshot(Snapshot)
    /// The acknowledgement or the note is on the service's disk.
    case acknowledged
    /// The answer to a command or query.
    case reply(CommandReply)
    /// The request was not accepted.
    case error(Fault)

    /// Tells a consumer what there is and what it may ask.
    package struct Welcome: Codable, Hashable, Sendable {
        /// The life of the feed.
        package let epoch: String
        /// The newest entry.
        package let head: Int64
        /// The oldest entry that can still be fetched has this offset plus one.
        package let floor: Int64
        /// How far this consumer said it had come, 0 when never.
        package let acked: Int64
        /// The most entries in one answer.
        package let maxEvents: Int
        /// The most bytes of entries in one answer.
        package let maxBytes: Int
        /// The time between heartbeats in milliseconds.
        package let heartbeatMs: Int
    }

    /// A batch of entries.
    package struct Events: Hashable, Sendable {
        /// The life of the feed.
        package let epoch: Epoch
        /// The newest entry at the time of reading.
        package let head: FeedOffset
        /// The entries.
        package let entries: [FeedEntry]

        /// Makes a batch.
        package init(epoch: Epoch, head: FeedOffset, entries: [FeedEntry]) {
            (self.epoch, self.head, self.entries) = (epoch, head, entries)
        }
    }

    /// A page of what the newest entry of each subject was at one moment.
    package struct Snapshot: Hashable, Sendable {
        /// The life of the feed.
        package let epoch: Epoch
        /// The last entry that is taken into account; the feed goes on after it.
        package let asOf: FeedOffset
        /// The entries, in the order of the feed; what one heard later of the same subject replaced is left out.
        package let entries: [FeedEntry]
        /// Whether no page follows.
        package let isLast: Bool

        /// Makes a page.
        package init(epoch: Epoch, asOf: FeedOffset, entries: [FeedEntry], isLast: Bool) {
            (self.epoch, self.asOf, self.entries, self.isLast) = (epoch, asOf, entries, isLast)
        }
    }

    /// Why a request was not accepted.
    package struct Fault: Codable, Hashable, Sendable, Error, CustomStringConvertible {
        /// For programs.
        package let code: FaultCode
        /// For people.
        package let message: String

        /// Makes a fault.
        package init(_ code: FaultCode, _ message: String) { (self.code, self.message) = (code, message) }

        package var description: String { message }
    }

    /// The kinds of fault.
    package enum FaultCode: String, Codable, Hashable, Sendable {
        /// The frames or the JSON are not what the verb asks.
        case badRequest = "bad-request"
        /// None of the versions offered is spoken here.
        case unsupportedVersion = "unsupported-version"
        /// The feed has another life than the one asked for.
        case epochChanged = "epoch-changed"
        /// The entries asked for are no longer kept.
        case gone
        /// Too much is going on; ask again later.
        case busy
        /// The sender is not one of those whom this feed is for.
        case denied
    }
}
