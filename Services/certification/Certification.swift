import ArgumentParser
import CertificationPlugin
import Contracts
import ServiceProcess

/// The certification service as a process of its own.
@main
struct Certification: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certification",
        abstract: "Runs the certification service.",
        version: ProductVersion.text
    )

    @OptionGroup var options: HostOptions

    func run() async throws {
        try await ServiceProcess.main(options) { [CertificationPlugin(schemes: $1)] }
    }
}
