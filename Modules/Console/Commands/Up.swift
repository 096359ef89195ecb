import AnalysisPlugin
import ArgumentParser
import CertificationPlugin
import GatewayDoors
import GatewayPlugin
import PlanningPlugin
import PluginHost
import PluginKit
import RegistryPlugin
import Scheme
import ServiceProcess

/// Runs all services in one process.
struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs all services and the partners\u{2019} doors in one process.",
        discussion: """
            Same sockets, same files as five processes: an operator can split them later. Keys that are missing are made in \
            the keys folder.
            """
    )

    @OptionGroup var options: HostOptions

    func run() async throws {
        try await Console.run {
            try await ServiceProcess.run(options, companions: [.gateway: GatewayDoors()], makingKeys: true) {
                configuration,
                schemes in
                [
                    RegistryPlugin(schemes: schemes), try AnalysisPlugin(schemes: schemes),
                    PlanningPlugin(schemes: schemes), CertificationPlugin(schemes: schemes),
                    GatewayPlugin(retentionDays: configuration.retentionDays),
                ]
            }
        }
    }
}
