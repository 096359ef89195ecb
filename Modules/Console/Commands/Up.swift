import AnalysisPlugin
import ArgumentParser
import CertificationPlugin
import PlanningPlugin
import PluginHost
import PluginKit
import RegistryPlugin
import Scheme
import ServiceProcess

/// Runs all four services in one process.
struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs all four services in one process.",
        discussion: "Same sockets, same files as four processes: an operator can split them later."
    )

    @OptionGroup var options: HostOptions

    func run() async throws {
        try await Console.run {
            try await ServiceProcess.run(options) { schemes in
                [
                    RegistryPlugin(schemes: schemes), try AnalysisPlugin(schemes: schemes),
                    PlanningPlugin(schemes: schemes), CertificationPlugin(schemes: schemes),
                ]
            }
        }
    }
}
