import Logging
import PluginHost
package import PluginKit
package import Scheme
import ServiceLifecycle
import UnixSignals

/// Turns plug-ins into the process that an executable is.
package enum ServiceProcess {
    /// Reads the configuration, hosts the plug-ins and serves until SIGTERM or SIGINT.
    ///
    /// - Throws: An error whose description tells the operator what to do.
    package static func run(
        _ options: HostOptions,
        plugins: (SchemeCatalogue) throws -> [any BusPlugin]
    ) async throws {
        var configuration = try await HostConfiguration.read(
            file: options.config,
            options: options.values,
            services: PluginName.all
        )
        configuration.isRestored = options.restored
        let logger = HostLogger.make(level: configuration.logLevel)
        let host = PluginHost(
            try plugins(try SchemeCatalogue(files: configuration.schemeFiles)),
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

    /// Runs an executable's main, and turns an error into one sentence and exit status 1.
    package static func main(
        _ options: HostOptions,
        plugins: (SchemeCatalogue) throws -> [any BusPlugin]
    ) async throws {
        do {
            try await run(options, plugins: plugins)
        } catch {
            throw StartFailure(error)
        }
    }
}
