package import ZeroMQ

/// Where a feed is offered and to whom: live events and feed, without commands.
package struct DoorEndpoints: Sendable {
    /// The XPUB socket of live events.
    package let live: ServerEndpoint
    /// The ROUTER socket of the feed.
    package let feed: ServerEndpoint

    /// Names the two endpoints.
    package init(live: ServerEndpoint, feed: ServerEndpoint) { (self.live, self.feed) = (live, feed) }
}
