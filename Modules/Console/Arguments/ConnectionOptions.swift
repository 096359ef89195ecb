import ArgumentParser
import Contracts
import FoundationEssentials
import Keys
import PluginHost
import PluginKit
import Scheme

/// Where the services are, and how the answer is shown.
struct ConnectionOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "A service\u{2019}s configuration file: for the sockets, keys and addresses in it.",
            valueName: "file"
        ),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var config: String?

    @Option(help: ArgumentHelp("The folder of the services\u{2019} sockets. Default: .kvo", valueName: "folder"))
    var sockets: String?

    @Option(
        help: ArgumentHelp(
            "The folder of the keys. Default: as the configuration file says, else keys in the sockets\u{2019} folder.",
            valueName: "folder"
        )
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
    ///
    /// - Throws: ``ConsoleError`` for a configuration file that cannot be used.
    func place() async throws -> ServicePlace {
        var place = ServicePlace(sockets: sockets ?? ".kvo", keys: keys)
        if let config { place = ServicePlace(try await read(config)) }
        place.operatorName = operatorKey
        place.isUnsecured = unsecured
        return place
    }

    private func read(_ file: String) async throws -> HostConfiguration {
        let options = ["sockets": sockets, "keys": keys].compactMapValues { $0 }
        do {
            return try await HostConfiguration.read(file: file, options: options, services: PluginName.all)
        } catch let error as HostError {
            if case .unreadable(let file, let why) = error { throw ConsoleError.unreadable(file, why: why) }
            throw ConsoleError.invalid("\(error)")
        }
    }

    func validate() throws {
        guard (1...600).contains(timeout) else { throw ValidationError("--timeout must be 1 to 600 seconds.") }
    }
}
