package import ZeroMQ

/// Where a service listens: live events, feed, commands.
package struct PortAddresses: Hashable, Sendable {
    /// The XPUB socket of live events.
    package let live: Address
    /// The ROUTER socket of the feed.
    package let feed: Address
    /// The ROUTER socket of commands and queries.
    package let command: Address

    /// Names the three addresses.
    package init(live: Address, feed: Address, command: Address) {
        (self.live, self.feed, self.command) = (live, feed, command)
    }

    /// Names three addresses on this host.
    package init(live: LocalEndpoint, feed: LocalEndpoint, command: LocalEndpoint) {
        self.init(live: live.address, feed: feed.address, command: command.address)
    }

    /// The addresses of a service in a folder of Unix sockets: `<folder>/<name>.live` and so on.
    ///
    /// - Throws: `ZeroMQError` when a path is longer than a Unix socket's may be.
    package init(folder: String, service: String) throws(ZeroMQError) {
        try self.init(
            live: LocalEndpoint("ipc://\(folder)/\(service).live"),
            feed: LocalEndpoint("ipc://\(folder)/\(service).feed"),
            command: LocalEndpoint("ipc://\(folder)/\(service).command")
        )
    }
}
