import ArgumentParser
import Contracts
import FoundationEssentials
import PluginKit
import Scheme

/// Where the services are, and how the answer is shown.
struct ConnectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the services\u{2019} sockets.", valueName: "folder"))
    var sockets = ".kvo"

    @Option(help: ArgumentHelp("How long a service may take to answer, in seconds.", valueName: "seconds"))
    var timeout = 15

    @Flag(help: "Answer in JSON, for programs.")
    var json = false

    func validate() throws {
        guard (1...600).contains(timeout) else { throw ValidationError("--timeout must be 1 to 600 seconds.") }
    }
}
