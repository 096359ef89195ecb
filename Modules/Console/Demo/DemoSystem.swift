import CloudEvents
import Contracts
import Foundation
import Keys
import PluginKit
import Scheme
import ServiceProcess

/// The processes of the demonstration and the folder in which they live: five services, a subscriber, three partners.
final class DemoSystem {
    /// Who issues the commands of the story.
    static let issuer = Issuer(organisation: DemoArea.organisation("voorbeeld-projectleider"), role: "projectleider")

    let client: KVOClient
    let log: ReceivedLog
    let processes: ChildProcesses
    let partners: DemoPartners
    /// The folder in which the demonstration lives.
    let folder: String

    private init(
        client: KVOClient,
        log: ReceivedLog,
        processes: ChildProcesses,
        partners: DemoPartners,
        folder: String
    ) {
        self.client = client
        self.log = log
        self.processes = processes
        self.partners = partners
        self.folder = folder
    }

    /// Starts the processes for the scope of a closure, and stops them whatever happens in it.
    ///
    /// - Parameters:
    ///   - keep: The folder to keep, which must not exist yet, or `nil` for one that is removed.
    ///   - examples: The folder with the examples.
    ///   - clock: The day on which the clocks are set at the start.
    ///   - body: What to do with the system.
    /// - Throws: What the closure throws, and ``ConsoleError`` when a process cannot be started.
    static func with(
        keep: String?,
        examples: String,
        clock: String,
        _ body: (DemoSystem) async throws -> Void
    ) async throws {
        let folder = try makeFolder(keep)
        let processes = ChildProcesses(logs: folder)
        defer {
            processes.stop()
            if keep == nil { try? FileManager.default.removeItem(atPath: folder) }
        }
        try ServiceProcess.makeMissingKeys(in: KeyFolder("\(folder)/keys"))
        for service in PluginName.all {
            try processes.start(service.description, ["--data", folder, "--clock", clock, "--log-level", "info"])
        }
        let received = "\(folder)/received.jsonl"
        try processes.start("kvo", ["watch", "--json", "--from-start", "--sockets", folder], output: received)
        try await KVOClient.with(ServicePlace(sockets: folder)) { client in
            _ = try await Progress.show("waiting for the services") { try await client.statuses() }
            let partners = try await DemoPartners.admit(
                DemoPartner.all,
                by: client,
                folder: folder,
                examples: examples,
                among: processes
            )
            let log = ReceivedLog(path: received)
            try await body(
                DemoSystem(client: client, log: log, processes: processes, partners: partners, folder: folder)
            )
        }
    }

    /// Waits until the subscriber has received as many events as the services have published, for ten seconds at most.
    func waitForSubscriber() async throws {
        let deadline = ContinuousClock.now + .seconds(10)
        let published = try await publishedCount()
        while try log.all().count < published, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// The number of events in all feeds, as the services answer.
    func publishedCount() async throws -> Int {
        try await client.statuses().reduce(0) { $0 + Int($1.head.offset) }
    }

    /// The change of step that an event tells of, if it does.
    static func phaseChange(_ received: ReceivedEvent) -> PhaseChanged? {
        guard received.event.type == PhaseChanged.type, let data = received.event.data else { return nil }
        return try? JSON.decode(PhaseChanged.self, from: data)
    }

    private static func makeFolder(_ keep: String?) throws -> String {
        let manager = FileManager.default
        let folder = keep ?? manager.temporaryDirectory.path + "/kvo-demo-" + UUID().uuidString.prefix(8).lowercased()
        guard !manager.fileExists(atPath: folder) else {
            throw ConsoleError.unreadable(folder, why: "it exists already; name a folder that does not.")
        }
        try manager.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        return folder
    }
}
