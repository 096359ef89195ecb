import CloudEvents
import Contracts
import Foundation
import TestSupport
import Testing

@testable import Console

@Suite("The whole cycle over real processes", .serialized, .timeLimit(.minutes(5)))
struct CycleTests {
    /// What a subscriber saw, without what differs between any two runs: identifiers and the moment of recording.
    private struct Trace {
        let events: [String: [String]]
        let report: DemoReport
        /// The evaluation reports by area, each with its files by name.
        let reports: [String: [String: Data]]
    }

    /// Plays the story, with a chance to disturb it after each command, before the others have heard of it.
    private static func play(afterCommand: @escaping (DemoSystem, Int) throws -> Void) async throws -> Trace {
        var trace: Trace?
        try await DemoSystem.with(keep: nil, examples: Repository.folder("Examples"), clock: DemoStory.firstDay) {
            system in
            var player = DemoPlayer(system: system, examples: Repository.folder("Examples"))
            player.say = { _ in }
            player.afterCommand = { try afterCommand(system, $0) }
            let turns = try await player.play(DemoStory.chapters, with: DemoArea.all)
            let report = try await DemoReport.gather(from: system, areas: DemoArea.all, turns: turns)
            let events = try Dictionary(grouping: try system.log.all(), by: \.stream).mapValues { events in
                try events.map { received in
                    let event = received.event
                    let data = try JSON.encode(event.data ?? .null)
                    return [
                        received.topic, event.subject ?? "", event.sequence ?? "",
                        String(decoding: data, as: UTF8.self),
                    ]
                    .joined(separator: " ")
                }
            }
            let reports = try Dictionary(
                uniqueKeysWithValues: DemoArea.all.map { area in
                    (area.folder, try ReportFiles.read(from: "\(system.folder)/reports/\(area.folder)"))
                }
            )
            trace = Trace(events: events, report: report, reports: reports)
        }
        return try #require(trace)
    }

    @Test("Two areas come through all eight steps, and killing each service in the middle changes nothing")
    func survivesKills() async throws {
        let undisturbed = try await Self.play { _, _ in }
        #expect(undisturbed.report.isComplete, "\(undisturbed.report.lines.last ?? "")")

        // Each service is killed twice, right after a reply: once the one that has just committed, with nobody having
        // heard of it yet, and once another that is just hearing of it.
        let services = ["registry", "analysis", "planning", "certification", "gateway"]
        var kills = 0
        let disturbed = try await Self.play { system, command in
            guard command % 9 == 8, command / 9 < 2 * services.count else { return }
            let service = services[command / 9 % services.count]
            system.processes.crash(service)
            try system.processes.restart(service)
            kills += 1
        }
        #expect(kills == 2 * services.count)
        #expect(disturbed.report.isComplete, "\(disturbed.report.lines.last ?? "")")
        // The gateway's own events name keys and ports, which are never the same.
        for service in services where service != "gateway" {
            #expect(disturbed.events[service] == undisturbed.events[service], "the events of \(service)")
        }
        for area in DemoArea.all {
            let (first, second) = (undisturbed.reports[area.folder], disturbed.reports[area.folder])
            #expect(first?.keys.sorted() == ["figures.csv", "figures.json", "report.html"])
            #expect(first == second, "the report of \(area.name)")
            try await ReportFiles.expectAccessible(try #require(first?["report.html"]), of: area.folder)
        }
        try ReportFiles.expectQuotes(
            of: "analysis.md",
            in: undisturbed.reports.values.compactMap { $0["report.html"] }
        )
    }
}
