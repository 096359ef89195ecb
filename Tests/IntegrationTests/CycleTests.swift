import CloudEvents
import Contracts
import Foundation
import TestSupport
import Testing

@testable import Console

@Suite("The whole cycle over real processes", .serialized, .timeLimit(.minutes(5)))
struct CycleTests {
    /// What a subscriber saw, without what differs between any two runs.
    private struct Trace: Equatable {
        let events: [String: [String]]
        let report: DemoReport
        static func == (left: Trace, right: Trace) -> Bool { left.events == right.events }
    }

    private static func play(afterChapter: @escaping (DemoSystem, Int) async throws -> Void) async throws -> Trace {
        var trace: Trace?
        try await DemoSystem.with(keep: nil, clock: DemoStory.firstDay) { system in
            var player = DemoPlayer(system: system, examples: Repository.folder("Examples"))
            player.say = { _ in }
            player.afterChapter = { try await afterChapter(system, $0) }
            let turns = try await player.play(DemoStory.chapters, with: DemoArea.all)
            let report = try await DemoReport.gather(from: system, areas: DemoArea.all, turns: turns)
            let events = Dictionary(grouping: try system.log.all(), by: \.stream).mapValues { events in
                events.map { "\($0.topic) \($0.event.subject ?? "")" }
            }
            trace = Trace(events: events, report: report)
        }
        return try #require(trace)
    }

    @Test("Two areas come through all eight steps, and killing each service in the middle changes nothing")
    func survivesKills() async throws {
        let undisturbed = try await Self.play { _, _ in }
        #expect(undisturbed.report.isComplete, "\(undisturbed.report.lines.last ?? "")")

        let services = ["registry", "analysis", "planning", "certification"]
        let disturbed = try await Self.play { system, chapter in
            // One service is killed after every third chapter, so that each falls once in the middle of the cycle.
            guard chapter % 3 == 2, chapter / 3 < services.count else { return }
            system.processes.crash(services[chapter / 3])
            try system.processes.restart(services[chapter / 3])
        }
        #expect(disturbed.report.isComplete, "\(disturbed.report.lines.last ?? "")")
        #expect(disturbed == undisturbed)
    }
}
