import ArgumentParser
import Contracts
import FoundationEssentials
import Keys
import PluginKit
import Scheme

/// Where the services are, and how the answer is shown.
struct ConnectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the services\u{2019} sockets.", valueName: "folder"))
    var sockets = ".kvo"

    @Option(
        help: ArgumentHelp("The folder of the keys. Default: keys in the sockets\u{2019} folder.", valueName: "folder")
    )
    var keys: String?

    @Option(help: ArgumentHelp("The name of the key with which to come in.", valueName: "name"))
    var operatorKey = KeyFolder.operatorName

    @Flag(help: "The services run without keys: for tests only.")
    var unsecured = false

    @Option(help: ArgumentHelp("How long a service may take to answer, in seconds.", valueName: "seconds"))
    var timeout = 15

    @Flag(help: "Answer in JSON, for programs.")
    var json = false

    /// Where the services are, and with which key they are reached.
    var place: ServicePlace {
        var place = ServicePlace(sockets: sockets, keys: keys)
        place.operatorName = operatorKey
        place.isUnsecured = unsecured
        return place
    }

    func validate() throws {
        guard (1...600).contains(timeout) else { throw ValidationError("--timeout must be 1 to 600 seconds.") }
    }
}
