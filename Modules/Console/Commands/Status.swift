import ArgumentParser
import CloudEvents
import Contracts
import PluginKit
import Scheme

/// Shows how the services are and at which step the runs are.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows how the services are and at which step the runs are."
    )

    private struct Report: Codable {
        let services: [ServiceStatus]
        /// The services that did not answer, with the reason.
        let unreachable: [String: String]
        let runs: [RunSummary]
    }

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Console.run {
            let limit = Duration.seconds(min(connection.timeout, 3))
            let report = try await KVOClient.with(connection.place(), timeout: limit, isRunning: true) { client in
                try await Progress.show("asking the services") { try await Self.gather(client) }
            }
            if connection.json {
                Console.print(try JSON.encode(report))
            } else {
                for line in Self.lines(report) { Console.print(line) }
            }
            let isWhole =
                report.unreachable.isEmpty && report.services.allSatisfy { $0.halted.isEmpty && $0.failing.isEmpty }
            guard isWhole else { throw ExitCode(69) }
        }
    }

    private static func gather(_ client: KVOClient) async throws -> Report {
        let answers = await withTaskGroup(of: (PluginName, Result<ServiceStatus, any Error>).self) { group in
            for service in PluginName.all {
                group.addTask {
                    do {
                        return (service, .success(try await client.ask(StatusQuery(), of: service)))
                    } catch {
                        return (service, .failure(error))
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        var services: [ServiceStatus] = []
        var unreachable: [String: String] = [:]
        for service in PluginName.all {
            do {
                guard let status = try answers[service]?.get() else { continue }
                services.append(status)
            } catch ConsoleError.unreachable(_, let why) {
                unreachable[service.description] = why
            }
        }
        let hasRegistry = unreachable[PluginName.registry.description] == nil
        let runs = hasRegistry ? try await client.ask(RunsQuery(run: nil)).runs : []
        return Report(services: services, unreachable: unreachable, runs: runs)
    }

    private static func lines(_ report: Report) -> [String] {
        var table = TextTable(header: ["service", "state", "date", "events", "heard", "version"])
        let heads = Dictionary(report.services.map { ($0.service, $0.head.offset) }, uniquingKeysWith: { $1 })
        for status in report.services {
            let heard = status.heard.map { mark in
                guard status.halted[mark.feed] == nil else { return "\(mark.feed) STOPPED" }
                guard status.failing[mark.feed] == nil else { return "\(mark.feed) FAILING" }
                guard let head = heads[mark.feed] else { return "\(mark.feed) ?" }
                let behind = head - mark.offset
                return behind > 0 ? "\(mark.feed) \(behind) behind" : "\(mark.feed) ✓"
            }
            table.append([
                status.service, "up", status.date.description + (status.clockIsSet ? " (set)" : ""),
                String(status.head.offset), heard.joined(separator: ", "), status.version,
            ])
        }
        let halts = report.services.flatMap { status in
            status.halted.sorted { $0.key < $1.key }.map { "\(status.service) no longer hears \($0.key): \($0.value)" }
                + status.failing.sorted { $0.key < $1.key }.map {
                    "\(status.service) cannot apply the next event of \($0.key): \($0.value)"
                }
        }
        let down = report.unreachable.sorted { $0.key < $1.key }
        for (service, _) in down { table.append([service, "DOWN", "–", "–", "–", "–"]) }
        var lines = table.lines + down.map { "\($0) does not answer: \($1)" } + halts
        for run in report.runs {
            let step = run.stopped ? "gestaakt" : "step \(run.phase) (\(run.phaseName)), round \(run.round)"
            lines.append("\(run.run)  \(run.name): \(step) \(String(repeating: "★", count: run.stars))")
        }
        return lines
    }
}
