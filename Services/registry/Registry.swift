import ArgumentParser
import Contracts
import RegistryPlugin
import ServiceProcess

/// The registry service as a process of its own.
@main
struct Registry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registry",
        abstract: "Runs the registry service.",
        version: ProductVersion.text
    )

    @OptionGroup var options: HostOptions

    func run() async throws {
        try await ServiceProcess.main(options) { [RegistryPlugin(schemes: $1)] }
    }
}
