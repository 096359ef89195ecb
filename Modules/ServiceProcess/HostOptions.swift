package import ArgumentParser

/// The options of every service executable; each overrides the configuration file.
package struct HostOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "A configuration file in YAML.", completion: .file(extensions: ["yaml", "yml"]))
    package var config: String?
    @Option(help: "The folder of the store; made when it is not there. Default: .kvo")
    package var data: String?
    @Option(help: "The folder of the Unix sockets. Default: the data folder.")
    package var sockets: String?
    @Option(help: "The folder of the keys. Default: keys in the data folder.")
    package var keys: String?
    @Option(help: "Where partners\u{2019} doors listen: 127.0.0.1, * or an address of this host. Default: 127.0.0.1")
    package var doors: String?
    @Option(help: "system, or a date such as 2026-11-23 for a clock that is set by hand. Default: system")
    package var clock: String?
    @Option(help: "trace, debug, info, notice, warning, error or critical. Default: info")
    package var logLevel: String?
    @Flag(help: "The store was restored from a backup: its feed begins a new life. For the first start after it only.")
    package var restored = false

    @Flag(help: "Without keys, on this host only: everybody on it may read and command. For tests only.")
    package var unsecured = false
    @Option(
        help: ArgumentHelp(
            "Throws away so many percent of the live events, to test that none is missed.",
            visibility: .hidden
        )
    )
    package var liveLoss = 0

    /// Refuses what no configuration could mean.
    package func validate() throws {
        guard (0...100).contains(liveLoss) else { throw ValidationError("--live-loss must be 0 to 100 percent.") }
    }

    /// Makes the options.
    package init() {}

    /// What was given, by the key of the configuration.
    package var values: [String: String] {
        let values = [
            "data": data, "sockets": sockets, "keys": keys, "doors": doors, "clock": clock, "logLevel": logLevel,
        ]
        return values.compactMapValues { $0 }
    }
}
