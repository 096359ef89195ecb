import ArgumentParser
import Contracts
import GatewayDoors
import GatewayPlugin
import PluginHost
import PluginKit
import ServiceProcess

/// The gateway service as a process of its own: partners, their grants, and a door for each.
@main
struct Gateway: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gateway",
        abstract: "Runs the gateway service.",
        version: ProductVersion.text
    )

    @OptionGroup var options: HostOptions

    func run() async throws {
        try await ServiceProcess.main(options, companions: [.gateway: GatewayDoors()]) { configuration, _ in
            [GatewayPlugin(retentionDays: configuration.retentionDays)]
        }
    }
}
