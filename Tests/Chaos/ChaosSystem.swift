import Contracts
import Foundation
import Glibc
import Keys
import PluginKit
import Scheme
import ZeroMQ

/// The processes of one level, each with its own keys, and the folder in which they live.
struct ChaosSystem: Sendable {
    /// Those that publish what the partners read.
    static let publishers: [PluginName] = [.registry, .analysis]

    let folder: String
    let services: [PluginName: ChildProcess]
    let sites: [PartnerSite]
    let client: Operator

    /// Makes folder, keys, command lines and client; nothing runs yet.
    init(
        in folder: String,
        loss: Int,
        programs: PartnerPrograms,
        random: inout SeededNumbers,
        on thread: IOThread
    ) async throws {
        self.folder = folder
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let keys = KeyFolder("\(folder)/keys")
        for name in PluginName.all.map(\.description) + [KeyFolder.operatorName] { try keys.make(name) }
        let all = Self.publishers + [.gateway]
        let arguments = ["--data", folder, "--log-level", "notice", "--live-loss", String(loss)]
        var services: [PluginName: ChildProcess] = [:]
        for name in all {
            let executable = try ChildProcess.executable(name.description)
            let log = "\(folder)/\(name).log"
            services[name] = ChildProcess(name.description, executable, arguments, log: log)
        }
        self.services = services
        let ports = try await FreePorts(on: thread).find(2 * PartnerRole.all.count, from: random.next())
        sites = try PartnerRole.all.enumerated().map { index, role in
            try PartnerSite(role, in: folder, ports: (ports[2 * index], ports[2 * index + 1]), programs: programs)
        }
        client = try Operator(folder: folder, services: all, on: thread)
    }

    /// Starts the services, admits the partners, grants what never changes and starts the partners' programs.
    func start() async throws {
        for service in services.values { try service.start() }
        for service in services.keys { _ = try await client.ask(StatusQuery(), of: service) }
        for site in sites {
            _ = try await client.send(try site.admission())
            guard let grant = site.role.grant else { continue }
            guard let pattern = GrantPattern(grant.pattern) else { throw ChaosError("\(grant.pattern) is no pattern") }
            _ = try await client.send(
                GrantTopics(partner: site.partner, pattern: pattern, dataClass: grant.dataClass)
            )
        }
        for site in sites { try site.process.start() }
    }

    /// The victims by what they are.
    var victims: [KillDriver.Kind: [ChildProcess]] {
        [
            .publisher: Self.publishers.compactMap { services[$0] },
            .gateway: [services[.gateway]].compactMap(\.self),
            .consumer: sites.map(\.process),
        ]
    }

    /// The gateway's process.
    var gateway: ChildProcess? { services[.gateway] }

    /// The site of the partner that may read all.
    var reader: PartnerSite { sites[0] }

    /// The site of the partner whose grants change.
    var changing: PartnerSite { sites[sites.count - 1] }

    /// How the partners stand, in the order of the sites.
    func partners() async throws -> [PartnerSummary] {
        let list = try await client.ask(PartnersQuery(), of: .gateway).partners
        return try sites.map { site in
            guard let summary = list.first(where: { $0.partner == site.partner }) else {
                throw ChaosError("the gateway no longer knows \(site.partner)")
            }
            return summary
        }
    }

    /// How far the publishers' feeds have come.
    func heads() async throws -> [FeedMark] {
        var heads: [FeedMark] = []
        for service in Self.publishers { heads.append(try await client.ask(StatusQuery(), of: service).head) }
        return heads
    }

    /// Waits until the gateway has heard all that was published, and the partners say that they have all of it.
    func catchUp() async throws {
        let heads = try await heads()
        _ = try await client.ask(StatusQuery(), of: .gateway, after: heads)
        try await Pause.until {
            for (site, summary) in zip(sites, try await partners()) {
                try site.process.requireLife()
                let offset = summary.offset(of: site.consumer)
                guard offset < summary.head else { continue }
                return Pause.Missing(
                    "\(site.partner) (\(site.program.rawValue)) has \(offset) of \(summary.head) events; "
                        + "its last words:\n\(site.process.lastWords)"
                )
            }
            return nil
        }
    }

    /// Ends everything that runs.
    ///
    /// - Throws: ``ChaosError`` when something had ended by itself.
    func stop() throws {
        let processes = sites.map(\.process) + Array(services.values)
        var failure: (any Error)?
        for process in processes {
            do { try process.kill() } catch { failure = error }
        }
        if let failure { throw failure }
    }
}

extension PartnerSummary {
    /// How far a consumer says it has come.
    func offset(of consumer: String) -> Int64 { consumers.first { $0.consumer == consumer }?.offset ?? 0 }
}
