import Bus
import Keys
import Logging
import PluginKit
import Synchronization
import ZeroMQ

/// Whether the sockets of a process are for everybody on this host or for those with a key.
enum HostSecurity: Sendable {
    /// For the test bench: no keys, on this host only.
    case unsecured
    /// CURVE on every socket.
    case curve(KeyRing, Authenticator)

    /// Reads the keys and shows that a stranger is denied, before anything listens.
    ///
    /// - Throws: `KeyError` or `ZeroMQError`, which say what to do.
    static func make(
        _ configuration: HostConfiguration,
        services: [PluginName],
        on thread: IOThread,
        _ logger: Logger
    ) async throws -> HostSecurity {
        guard !configuration.isUnsecured else {
            logger.warning("UNSECURED: without keys everybody on this host may read and command; for tests only")
            return .unsecured
        }
        let ration = Mutex(DenialRation())
        let started = ContinuousClock.now
        let authenticator = try await Authenticator.start(on: thread) { decision in
            var metadata: Logger.Metadata = [
                "domain": "\(decision.domain)", "address": "\(decision.address)", "key": "\(decision.fingerprint)",
            ]
            if let user = decision.user { return logger.debug("let in \(user)", metadata: metadata) }
            let now = ContinuousClock.now - started
            guard let untold = ration.withLock({ $0.admit(at: decision.domain, now: now) }) else { return }
            if untold > 0 { metadata["untold"] = "\(untold)" }
            logger.warning("denied", metadata: metadata)
        }
        let ring = try KeyRing(KeyFolder(configuration.keys), authenticator, services: services)
        try await authenticator.selfTest()
        return .curve(ring, authenticator)
    }

    /// Takes up keys that are added or removed while the process runs, until the task is cancelled.
    ///
    /// - Parameters:
    ///   - interval: How often the folder is looked at.
    ///   - logger: Where it is told.
    ///   - expel: Called when a key no longer counts, so that the connections that were made with it end.
    func keepFresh(every interval: Duration, _ logger: Logger, expel: () -> Void) async {
        guard case .curve(let ring, _) = self else { return }
        var obstacle: String?
        while (try? await Task.sleep(for: interval)) != nil {
            do {
                let removed = try ring.refresh()
                obstacle = nil
                guard !removed.isEmpty else { continue }
                let names = removed.joined(separator: ", ")
                logger.notice("a key no longer counts, so every connection is made anew", metadata: ["of": "\(names)"])
                expel()
            } catch {
                // Said once, however often it is tried.
                guard obstacle != error.description else { continue }
                obstacle = error.description
                logger.error("the keys cannot be read again, so those that were read before still count: \(error)")
            }
        }
    }

    /// What a companion of a service needs to open doors of its own.
    func doors(of service: PluginName) throws -> (authenticator: Authenticator, keys: CurveKeyPair)? {
        guard case .curve(let ring, let authenticator) = self else { return nil }
        return (authenticator, try ring.pair(of: service))
    }

    /// Where a service of this process listens.
    func endpoints(_ addresses: PortAddresses, of service: PluginName) throws -> PortEndpoints {
        switch self {
        case .unsecured:
            try PortEndpoints(unsecured: addresses)
        case .curve(let ring, _):
            PortEndpoints(
                live: .curve(addresses.live, try ring.feed(of: service)),
                feed: .curve(addresses.feed, try ring.feed(of: service)),
                command: .curve(addresses.command, try ring.command(of: service))
            )
        }
    }

    /// Where a service of this process follows another one.
    func source(
        _ addresses: PortAddresses,
        of other: PluginName,
        for service: PluginName
    ) throws -> FeedSource {
        switch self {
        case .unsecured:
            try FeedSource(unsecured: addresses, consumer: service.description)
        case .curve(let ring, _):
            try ring.peer(other, as: service).source(addresses, consumer: service.description)
        }
    }
}

extension CurvePeer {
    fileprivate func source(_ addresses: PortAddresses, consumer: String) -> FeedSource {
        FeedSource(live: .curve(addresses.live, self), feed: .curve(addresses.feed, self), consumer: consumer)
    }
}
