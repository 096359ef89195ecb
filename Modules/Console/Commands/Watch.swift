import ArgumentParser
import Bus
import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginHost
import PluginKit
import Scheme
import ServiceLifecycle
import UnixSignals
import ZeroMQ

/// Follows the events of the services as they happen.
struct Watch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Follows the events of the services as they happen, one a line."
    )

    @Option(help: "Only events of this service: registry, analysis, planning, certification or gateway.")
    var stream: String?
    @Option(help: "Only events about this area.")
    var area: AreaID?
    @Flag(help: "Begin with the first event instead of the next.")
    var fromStart = false
    @Option(help: "Stop after so many events.")
    var count: Int?
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if let stream, !PluginName.all.map(\.description).contains(stream) {
            let names = PluginName.all.map(\.description).joined(separator: ", ")
            throw ValidationError("--stream must be one of \(names).")
        }
    }

    func run() async throws {
        try await Console.run {
            let place = try await connection.place()
            let follower = EventFollower(
                place: place,
                streams: PluginName.all.filter { stream == nil || $0.description == stream },
                area: area,
                fromStart: fromStart,
                limit: count
            ) { received in
                if connection.json {
                    Console.print(try received.line())
                } else {
                    Console.print(received.summary)
                }
            }
            let group = ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [
                        .init(service: follower, successTerminationBehavior: .gracefullyShutdownGroup)
                    ],
                    gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: HostLogger.silent
                )
            )
            try await group.run()
        }
    }
}
