package import ZeroMQ

/// Where a service listens and whom it lets in: live events, feed, commands.
package struct PortEndpoints: Sendable {
    /// The XPUB socket of live events.
    package let live: ServerEndpoint
    /// The ROUTER socket of the feed.
    package let feed: ServerEndpoint
    /// The ROUTER socket of commands and queries.
    package let command: ServerEndpoint

    /// Names the three endpoints.
    package init(live: ServerEndpoint, feed: ServerEndpoint, command: ServerEndpoint) {
        (self.live, self.feed, self.command) = (live, feed, command)
    }

    /// Listens without security, on this host only.
    ///
    /// - Throws: `ZeroMQError` that names an address which another host could reach.
    package init(unsecured addresses: PortAddresses) throws(ZeroMQError) {
        try self.init(
            live: .unsecured(LocalEndpoint(addresses.live)),
            feed: .unsecured(LocalEndpoint(addresses.feed)),
            command: .unsecured(LocalEndpoint(addresses.command))
        )
    }

    /// The two that a feed alone has.
    var door: DoorEndpoints { DoorEndpoints(live: live, feed: feed) }
}
