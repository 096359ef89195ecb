package import Contracts
package import EventSourcing

/// What a client asks of a service.
package enum FeedRequest: Hashable, Sendable {
    /// Who the consumer is and what it has; answered by a welcome.
    case hello(Hello)
    /// The entries after an offset; held until there are any or `waitMs` is over.
    case fetch(Fetch)
    /// How far the consumer has come: for lag and retention, never for redelivery.
    case acknowledge(Acknowledge)
    /// The newest entry of everything, a page at a time: the way back in for whom the feed no longer reaches back.
    case snapshot(Snapshot)
    /// An entry that the consumer could not handle and has set aside; told for the operators of the feed.
    case parked(Parked)
    /// A command.
    case command(CommandRequest)
    /// A query.
    case query(QueryRequest)

    /// Introduces a consumer.
    package struct Hello: Codable, Hashable, Sendable {
        /// The consumer's name, 1 to 64 characters out of a-z, 0-9 and `. - _ :`.
        package let consumer: String
        /// The protocol versions it speaks.
        package let versions: [Int]

        /// Makes an introduction.
        package init(consumer: String, versions: [Int] = [1]) { (self.consumer, self.versions) = (consumer, versions) }
    }

    /// Asks for entries.
    package struct Fetch: Codable, Hashable, Sendable {
        /// The life of the feed in which `from` holds.
        package let epoch: String
        /// The last entry that the consumer has: exclusive.
        package let from: Int64
        /// The most entries wanted, 1 to 500.
        package let max: Int
        /// The most bytes of entries wanted.
        package let maxBytes: Int
        /// How long the service may wait for an entry, 0 to 25 000 milliseconds.
        package let waitMs: Int

        /// Makes a request for entries.
        package init(epoch: Epoch, from: FeedOffset, max: Int = 500, maxBytes: Int = 1_048_576, waitMs: Int) {
            self.epoch = epoch.description
            self.from = from.value
            self.max = max
            self.maxBytes = maxBytes
            self.waitMs = waitMs
        }
    }

    /// Says how far a consumer has come.
    package struct Acknowledge: Codable, Hashable, Sendable {
        /// The consumer's name.
        package let consumer: String
        /// The life of the feed.
        package let epoch: String
        /// The last entry whose effect is on disk.
        package let upTo: Int64

        /// Makes an acknowledgement.
        package init(consumer: String, epoch: Epoch, upTo: FeedOffset) {
            self.consumer = consumer
            self.epoch = epoch.description
            self.upTo = upTo.value
        }
    }

    /// Asks for a page of what the newest entry of each subject was at one moment.
    package struct Snapshot: Codable, Hashable, Sendable {
        /// The life of the feed in which the offsets hold.
        package let epoch: String
        /// The last entry that the snapshot takes into account; 0 lets the service take its newest one.
        package let asOf: Int64
        /// The last entry of the page before: exclusive; 0 for the first page.
        package let after: Int64
        /// The most entries wanted, 1 to 500.
        package let max: Int
        /// The most bytes of entries wanted.
        package let maxBytes: Int

        /// Makes a request for a page.
        package init(
            epoch: Epoch,
            asOf: FeedOffset = .start,
            after: FeedOffset = .start,
            max: Int = 500,
            maxBytes: Int = 1_048_576
        ) {
            self.epoch = epoch.description
            self.asOf = asOf.value
            self.after = after.value
            self.max = max
            self.maxBytes = maxBytes
        }
    }

    /// Tells that a consumer has set an entry aside.
    package struct Parked: Codable, Hashable, Sendable {
        /// The consumer's name.
        package let consumer: String
        /// The life of the feed.
        package let epoch: String
        /// The entry.
        package let offset: Int64
        /// Why, for people: one line of 1 to 500 characters.
        package let reason: String

        /// Makes a note.
        package init(consumer: String, epoch: Epoch, offset: FeedOffset, reason: String) {
            self.consumer = consumer
            self.epoch = epoch.description
            self.offset = offset.value
            self.reason = reason
        }
    }
}
