package import ZeroMQ

/// Where a feed is, how it is recognised, and who follows it.
package struct FeedSource: Sendable {
    /// The XPUB socket of live events.
    package let live: PeerEndpoint
    /// The ROUTER socket of the feed.
    package let feed: PeerEndpoint
    /// The name under which the consumer acknowledges: 1 to 64 characters out of a-z, 0-9 and `. - _ :`.
    package let consumer: String
    /// What is asked of the live channel: prefixes of topics; nothing means everything.
    package let topics: [String]

    /// Names a feed and its consumer.
    package init(live: PeerEndpoint, feed: PeerEndpoint, consumer: String, topics: [String] = []) {
        (self.live, self.feed, self.consumer, self.topics) = (live, feed, consumer, topics)
    }

    /// Names a feed of this host that is not secured, and its consumer.
    package init(live: LocalEndpoint, feed: LocalEndpoint, consumer: String, topics: [String] = []) {
        self.init(live: .unsecured(live), feed: .unsecured(feed), consumer: consumer, topics: topics)
    }

    /// Names the feed of a service of this host that is not secured, and its consumer.
    ///
    /// - Throws: `ZeroMQError` that names an address which is not on this host.
    package init(
        unsecured addresses: PortAddresses,
        consumer: String,
        topics: [String] = []
    ) throws(ZeroMQError) {
        try self.init(
            live: LocalEndpoint(addresses.live),
            feed: LocalEndpoint(addresses.feed),
            consumer: consumer,
            topics: topics
        )
    }
}
