package import Keys
import Logging
package import PluginHost
package import PluginKit
package import Scheme
import ServiceLifecycle
import UnixSignals

/// Turns plug-ins into the process that an executable is.
package enum ServiceProcess {
    /// Reads the configuration, hosts the plug-ins and serves until SIGTERM or SIGINT.
    ///
    /// - Parameters:
    ///   - options: What was given on the command line.
    ///   - companions: What lives beside a plug-in, by the plug-in's name.
    ///   - makesKeys: Whether keys that are missing are made: for a system that runs as one process.
    ///   - plugins: The plug-ins.
    /// - Throws: An error whose description tells the operator what to do.
    package static func run(
        _ options: HostOptions,
        companions: [PluginName: any HostCompanion] = [:],
        makingKeys makesKeys: Bool = false,
        plugins: (HostConfiguration, SchemeCatalogue) throws -> [any BusPlugin]
    ) async throws {
        var configuration = try await HostConfiguration.read(
            file: options.config,
            options: options.values,
            services: PluginName.all
        )
        configuration.isRestored = options.restored
        configuration.isUnsecured = options.unsecured
        configuration.liveLoss = Double(options.liveLoss) / 100
        if makesKeys, !options.unsecured { try makeMissingKeys(in: KeyFolder(configuration.keys)) }
        let logger = HostLogger.make(level: configuration.logLevel)
        let host = PluginHost(
            try plugins(configuration, try SchemeCatalogue(files: configuration.schemeFiles)),
            companions: companions,
            configuration: configuration,
            logger: logger
        )
        var group = ServiceGroupConfiguration(
            services: [.init(service: host)],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: HostLogger.silent
        )
        group.maximumGracefulShutdownDuration = .seconds(5)
        try await ServiceGroup(configuration: group).run()
    }

    /// Makes a key pair for each service and for the console, unless they are there.
    package static func makeMissingKeys(in folder: KeyFolder) throws(KeyError) {
        for name in PluginName.all.map(\.description) + [KeyFolder.operatorName] where !folder.hasPair(of: name) {
            try folder.make(name)
        }
    }

    /// Runs an executable's main, and turns an error into one sentence and exit status 1.
    package static func main(
        _ options: HostOptions,
        companions: [PluginName: any HostCompanion] = [:],
        plugins: (HostConfiguration, SchemeCatalogue) throws -> [any BusPlugin]
    ) async throws {
        do {
            try await run(options, companions: companions, plugins: plugins)
        } catch {
            throw StartFailure(error)
        }
    }
}
