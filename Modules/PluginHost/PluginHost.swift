import Bus
import CloudEvents
import EventSourcing
import Foundation
package import Logging
package import PluginKit
import SQLiteEventStore
import Scheme
import ServiceLifecycle
import ZeroMQ

/// Turns plug-ins into a process: stores, sockets, clock, and an orderly start and stop.
package struct PluginHost: Service {
    private let plugins: [any BusPlugin]
    private let companions: [PluginName: any HostCompanion]
    private let configuration: HostConfiguration
    private let logger: Logger
    private let ready: @Sendable () -> Void

    /// Makes a host of plug-ins.
    ///
    /// - Parameters:
    ///   - plugins: The plug-ins, each with a name of its own.
    ///   - companions: What lives beside a plug-in with sockets of its own, by the plug-in's name.
    ///   - configuration: What the operator decided.
    ///   - logger: Where the process tells what it does.
    ///   - ready: Called once when all sockets are open and the projections are up to date.
    package init(
        _ plugins: [any BusPlugin],
        companions: [PluginName: any HostCompanion] = [:],
        configuration: HostConfiguration,
        logger: Logger,
        ready: @escaping @Sendable () -> Void = {}
    ) {
        self.plugins = plugins
        self.companions = companions
        self.configuration = configuration
        self.logger = logger
        self.ready = ready
    }

    /// Serves until the process is asked to stop.
    package func run() async throws {
        try await cancelWhenGracefulShutdown { try await serve() }
    }

    private func serve() async throws {
        try HostFolders.prepare(configuration.data)
        try HostFolders.prepare(configuration.sockets)
        let clock = HostClock(configuration.clock)
        var nodes: [PluginNode] = []
        let thread = try IOThread()
        do {
            let names = plugins.map(\.name)
            let security = try await HostSecurity.make(configuration, services: names, on: thread, logger)
            for plugin in plugins { nodes.append(try await makeNode(plugin, clock)) }
            try await serve(nodes, security, on: thread)
        } catch is CancellationError where Task.isCancelled {
            // Asked to stop while it was still starting: an orderly end like any other.
        } catch {
            await end(nodes, thread)
            throw error
        }
        await end(nodes, thread)
    }

    private func end(_ nodes: [PluginNode], _ thread: IOThread) async {
        await thread.shutDown()
        for node in nodes {
            do { try await node.runtime.store.close() } catch { node.logger.error("the store did not close: \(error)") }
            node.logger.notice("stopped")
        }
    }

    private func makeNode(_ plugin: any BusPlugin, _ clock: HostClock) async throws -> PluginNode {
        guard let source = EventSource(oin: configuration.oin, system: plugin.name.description) else {
            throw HostError.configuration(key: "oin", value: configuration.oin, expected: "20 digits")
        }
        var logger = logger
        logger[metadataKey: "service"] = "\(plugin.name)"
        let store = try await SQLiteEventStore.open(
            at: "\(configuration.data)/\(plugin.name).sqlite",
            feed: configuration.isRestored ? .beginsAnew : .goesOn
        )
        if store.wasUnmarked {
            logger.warning("the store had no mark, so nobody can tell whether it is all that was acknowledged")
        }
        do {
            let runtime = PluginRuntime(plugin, store: store, source: source)
            // Before all else: what a restored plug-in keeps back it must keep back from its first moment on.
            try await runtime.begin(isRestored: configuration.isRestored, at: clock.now)
            try await runtime.catchUp()
            let feeds = plugin.consumes.map(\.description)
            let cursors = try await store.read { reader in
                try feeds.reduce(into: [:]) { $0[$1] = try reader.cursor(in: $1) ?? Self.beginning }
            }
            let node = PluginNode(runtime: runtime, clock: clock, board: CursorBoard(cursors), logger: logger)
            try await node.resumeClock()
            return node
        } catch {
            try? await store.close()
            throw error
        }
    }

    /// Stands for a feed that was never heard; its epoch matches no feed, so that every mark in it is still to come.
    private static var beginning: FeedCursor { FeedCursor(epoch: Epoch(), offset: .start) }

    private func serve(_ nodes: [PluginNode], _ security: HostSecurity, on thread: IOThread) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            // First, because it is what lets go of waiting requests when a later step fails and the group ends.
            for node in nodes {
                let planned = try configuration.addresses(of: node.name)
                group.addTask { try await Self.keepTime(node, thread, at: planned) }
            }
            var limits = PortLimits()
            limits.liveLoss = configuration.liveLoss
            var keepers: [PortKeeper] = []
            for node in nodes {
                let endpoints = try security.endpoints(try configuration.addresses(of: node.name), of: node.name)
                let keeper = try await PortKeeper(node, at: endpoints, limits, on: thread)
                keepers.append(keeper)
                node.logger.notice(
                    "listening",
                    metadata: [
                        "live": "\(endpoints.live.notice)", "feed": "\(endpoints.feed.notice)",
                        "command": "\(endpoints.command.notice)",
                    ]
                )
                group.addTask { try await keeper.run() }
                if let companion = companions[node.name] {
                    let place = try place(of: node, security, on: thread)
                    group.addTask { try await companion.run(in: place) }
                }
                try await node.noteDeafness()
                for feed in node.runtime.plugin.consumes {
                    let subscription = try await subscription(of: node, to: feed, security, on: thread)
                    group.addTask {
                        guard await node.mayHear(feed) else { return }
                        guard let halt = await subscription.run() else { return }
                        node.logger.critical("\(node.name) no longer hears \(feed); a person has to look: \(halt)")
                        node.board.halt(feed.description, because: halt.description)
                    }
                }
            }
            group.addTask { [keepers] in
                await security.keepFresh(every: configuration.keyInterval, logger) {
                    for keeper in keepers { keeper.reopen() }
                }
            }
            SystemdNotice.send("READY=1")
            logger.notice("ready")
            ready()
        }
    }

    private func place(of node: PluginNode, _ security: HostSecurity, on thread: IOThread) throws -> HostPlace {
        HostPlace(
            store: node.runtime.store,
            thread: thread,
            security: try security.doors(of: node.name),
            doors: configuration.doors,
            liveLoss: configuration.liveLoss,
            clock: node.clock,
            logger: node.logger
        )
    }

    private func subscription(
        of node: PluginNode,
        to feed: PluginName,
        _ security: HostSecurity,
        on thread: IOThread
    ) async throws -> FeedSubscription {
        let source = try security.source(try configuration.addresses(of: feed), of: feed, for: node.name)
        let cursor = try await node.runtime.store.read { try $0.cursor(in: feed.description) }
        // Services of one system wait no longer for each other than a person would; partners keep the contract's 32 s.
        var timing = ConsumerTiming()
        timing.backOffRange = .milliseconds(100)...(.seconds(2))
        return FeedSubscription(source, from: cursor, timing: timing, on: thread) { notice in
            node.logger.error("\(notice)")
        } apply: { entries, epoch, attempt in
            do {
                let now = node.clock.now
                let parked = try await node.runtime.apply(entries, of: feed, epoch: epoch, at: now, attempt: attempt)
                for entry in parked { node.logger.critical("parked", entry) }
            } catch {
                node.board.fail(feed.description, because: "\(error)")
                throw error
            }
            guard let last = entries.last else { return }
            node.board.advance(feed.description, to: FeedCursor(epoch: epoch, offset: last.offset))
        }
    }

    /// Lets fall due what falls due, at the start and then every minute, and ends requests that wait too long.
    private static func keepTime(_ node: PluginNode, _ thread: IOThread, at addresses: PortAddresses) async throws {
        defer { node.board.close() }
        let (turnsPerMinute, turnsPerWatchdog) = (600, 50)
        var turn = 0
        while !Task.isCancelled {
            if turn % turnsPerMinute == 0 {
                do {
                    try await node.runtime.fallDue(at: node.clock.now)
                } catch {
                    node.logger.error("what has fallen due could not be done and will be tried again: \(error)")
                }
            }
            if turn % turnsPerWatchdog == 0 {
                // A messaging thread that hangs never answers, and then systemd starts the process again.
                await withCheckedContinuation { answered in thread.post { answered.resume() } }
                SystemdNotice.send("WATCHDOG=1")
                try node.isOpen.whileRaised { try requireSocketFiles(of: addresses) }
            }
            turn += 1
            node.board.expire(at: .now)
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Ends the process when a socket's file was removed: nobody could reach it, and a new start makes it again.
    private static func requireSocketFiles(of addresses: PortAddresses) throws {
        for address in [addresses.live, addresses.feed, addresses.command] where address.transport == .ipc {
            guard FileManager.default.fileExists(atPath: address.location) else {
                throw HostError.socketRemoved(address.location)
            }
        }
    }
}
