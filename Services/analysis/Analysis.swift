import AnalysisPlugin
import ArgumentParser
import Contracts
import ServiceProcess

/// The analysis service as a process of its own.
@main
struct Analysis: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analysis",
        abstract: "Runs the analysis service.",
        version: ProductVersion.text
    )

    @OptionGroup var options: HostOptions

    func run() async throws {
        try await ServiceProcess.main(options) { [try AnalysisPlugin(schemes: $1)] }
    }
}
