import Foundation
import GatewayDoors
import GatewayPlugin
import Logging
import PluginHost
import PluginKit
import ServiceLifecycle

/// The gateway service as it is shipped, in a process of its own: plug-in, host and doors, CURVE on every socket.
enum GatewayHost {
    /// Serves until the input ends.
    static func run(in folder: String, firstPort: String) async throws {
        guard let firstPort = Int(firstPort) else { throw BenchFailure("\(firstPort) is no port") }
        let configuration = configuration(in: folder)
        var logger = Logger(label: "gateway") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        let host = PluginHost(
            [GatewayPlugin(firstPort: firstPort)],
            companions: [.gateway: GatewayDoors()],
            configuration: configuration,
            logger: logger
        ) {
            FileHandle.standardOutput.write(Data("ready\n".utf8))
        }
        let group = ServiceGroup(services: [host], gracefulShutdownSignals: [], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await _ in Lines.of(.standardInput) {}
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// Where the service of a folder listens and keeps its data.
    static func configuration(in folder: String) -> HostConfiguration {
        var configuration = HostConfiguration(
            data: "\(folder)/data",
            sockets: folder,
            oin: "00000099000000001000"
        )
        configuration.keys = "\(folder)/keys"
        return configuration
    }
}
