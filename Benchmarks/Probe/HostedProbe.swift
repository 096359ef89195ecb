import Bus
import PluginHost
import PluginKit
import ServiceLifecycle
import ZeroMQ

/// Hosts the probe as an operator would, lends a client of it, and stops it.
func withHostedProbe(in folder: WorkFolder, _ body: (ServiceClient) async throws -> Void) async throws {
    let plugin = try ProbePlugin()
    let (readiness, isReady) = AsyncStream<Void>.makeStream()
    var configuration = HostConfiguration(
        data: folder.file("hosted"),
        sockets: folder.path,
        oin: "00000099000000001000"
    )
    // As the peer is: nothing but the store is to differ.
    configuration.isUnsecured = true
    let host = PluginHost([plugin], configuration: configuration, logger: HostLogger.silent) { isReady.finish() }
    let group = ServiceGroup(services: [host], gracefulShutdownSignals: [], logger: HostLogger.silent)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            defer { isReady.finish() }
            try await group.run()
        }
        for await _ in readiness {}
        let thread = try IOThread()
        let client = ServiceClient(
            try LocalEndpoint(configuration.addresses(of: plugin.name).command),
            on: thread
        )
        do {
            try await body(client)
        } catch {
            await thread.shutDown()
            throw error
        }
        await thread.shutDown()
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
    }
}
