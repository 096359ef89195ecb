package import ZeroMQ

/// A service's place on the bus: its feed, and where it takes commands and queries.
package struct ServicePort<Service: FeedService & CommandService>: Sendable {
    private let feed: FeedPort<Service>
    private let command: CommandPort<Service>

    /// Makes the port of a service; nothing is open yet.
    package init(_ service: Service, limits: PortLimits = PortLimits(), on thread: IOThread) async throws {
        feed = try await FeedPort(service, limits: limits, on: thread)
        command = CommandPort(service, limits: limits, on: thread)
    }

    /// Opens the three sockets.
    ///
    /// - Returns: The addresses as they are, with the ports that the system chose.
    /// - Throws: `ZeroMQError` that names the address; nothing stays open then.
    package func open(at endpoints: PortEndpoints) async throws -> PortAddresses {
        let door = try await feed.open(at: endpoints.door)
        do {
            return PortAddresses(
                live: door.live,
                feed: door.feed,
                command: try await command.open(at: endpoints.command)
            )
        } catch {
            await close()
            throw error
        }
    }

    /// Opens the three sockets without security, on this host only.
    ///
    /// - Returns: The addresses as they are, with the ports that the system chose.
    /// - Throws: `ZeroMQError` that names the address; nothing stays open then.
    package func open(at addresses: PortAddresses) async throws -> PortAddresses {
        try await open(at: PortEndpoints(unsecured: addresses))
    }

    /// Serves until the task is cancelled or the port is closed; a port is run once.
    package func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask {
                await feed.run()
                await command.close()
            }
            group.addTask {
                await command.run()
                await feed.close()
            }
        }
    }

    /// Ends the serving and closes the sockets.
    package func close() async {
        await feed.close()
        await command.close()
    }
}
