package import ArgumentParser

/// The options of every service executable; each overrides the configuration file.
package struct HostOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "A configuration file in YAML.", completion: .file(extensions: ["yaml", "yml"]))
    package var config: String?
    @Option(help: "The folder of the store; made when it is not there. Default: .kvo")
    package var data: String?
    @Option(help: "The folder of the Unix sockets. Default: the data folder.")
    package var sockets: String?
    @Option(help: "system, or a date such as 2026-11-23 for a clock that is set by hand. Default: system")
    package var clock: String?
    @Option(help: "trace, debug, info, notice, warning, error or critical. Default: info")
    package var logLevel: String?
    @Flag(help: "The store was restored from a backup: its feed begins a new life. For the first start after it only.")
    package var restored = false

    /// Makes the options.
    package init() {}

    /// What was given, by the key of the configuration.
    package var values: [String: String] {
        let values = ["data": data, "sockets": sockets, "clock": clock, "logLevel": logLevel]
        return values.compactMapValues { $0 }
    }
}
