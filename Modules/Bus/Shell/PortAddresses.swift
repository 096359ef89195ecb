package import ZeroMQ

/// Where a service listens: live events, feed, commands.
package struct PortAddresses: Hashable, Sendable {
    /// The XPUB socket of live events.
    package let live: LocalEndpoint
    /// The ROUTER socket of the feed.
    package let feed: LocalEndpoint
    /// The ROUTER socket of commands and queries.
    package let command: LocalEndpoint

    /// Names the three addresses.
    package init(live: LocalEndpoint, feed: LocalEndpoint, command: LocalEndpoint) {
        (self.live, self.feed, self.command) = (live, feed, command)
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
