import ArgumentParser
import Contracts
import PlanningPlugin
import ServiceProcess

/// The planning service as a process of its own.
@main
struct Planning: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "planning",
        abstract: "Runs the planning service.",
        version: ProductVersion.text
    )

    @OptionGroup var options: HostOptions

    func run() async throws {
        try await ServiceProcess.main(options) { [PlanningPlugin(schemes: $1)] }
    }
}
