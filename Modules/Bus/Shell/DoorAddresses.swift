package import ZeroMQ

/// Where a feed is found: live events and feed.
package struct DoorAddresses: Hashable, Sendable {
    /// The XPUB socket of live events.
    package let live: Address
    /// The ROUTER socket of the feed.
    package let feed: Address

    /// Names the two addresses.
    package init(live: Address, feed: Address) { (self.live, self.feed) = (live, feed) }
}
