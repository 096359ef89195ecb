import AnalysisPlugin
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

@Suite("The report of a measurement")
struct ReportServiceTests {
    private typealias Bench = AnalysisBench

    private func report(_ bench: Bench, _ measurement: Int? = nil) async throws -> MeasurementReport {
        let reply = try await ask(bench, ReportQuery(run: Bench.run, measurement: measurement))
        return try JSON.decode(MeasurementReport.self, from: try #require(try bench.done(reply).result))
    }

    private func ask(_ bench: Bench, _ query: ReportQuery) async throws -> CommandReply {
        try await bench.runtime.answer(QueryRequest(type: ReportQuery.name, body: try JSON.value(of: query)))
    }

    /// The baseline of Doorn-Centrum, established.
    private func baseline() async throws -> Bench {
        let bench = try await Bench.measuring()
        try await bench.having(try Bench.deliveries(0))
        try await bench.having([Bench.establish()])
        return bench
    }

    /// The baseline and the evaluation two years later; the second survey can be another file.
    private func evaluated(survey: String = "enquete-1-meting.csv") async throws -> Bench {
        var bench = try await baseline()
        bench.today = Bench.day("2026-02-01")
        try await bench.hear(
            EvaluationStarted(run: Bench.run, areas: [Bench.area], measurement: 1, on: Bench.day("2025-08-01"))
        )
        try await bench.hear(Bench.phase(6, round: 2))
        for command in try Bench.deliveries(1) {
            let isSurvey = command is ImportResponses
            let replacement = ImportResponses(run: Bench.run, file: try Bench.example(survey))
            try await bench.having([isSurvey ? replacement : command])
        }
        try await bench.having([Bench.establish("2025")])
        return bench
    }

    @Test("a baseline tells its figures, their months, problems, sources and caveats, and compares nothing")
    func first() async throws {
        let report = try await report(try await baseline())
        #expect(report.measurement == 0 && report.earlier == nil && report.establishments == 62)
        #expect(report.areaKind == .shoppingArea && report.scheme.text == "kvo-2008")
        let response = try #require(report.response)
        #expect(response.answers == 30 && response.invited == 62 && response.needed == 19)
        // z·√(0.25/30)·√(32/61).
        #expect(response.margin.map { abs($0 - 0.129_590) < 1e-5 } == true)
        #expect(report.survey.count == 22 && report.survey.allSatisfy { $0.before == nil && $0.changes.isEmpty })
        #expect(report.survey.allSatisfy { $0.theme != nil && ($0.now.firmsLower ?? -1) >= $0.now.yes })
        let thefts = try #require(report.crimes.first { $0.code == "2.5.2" })
        #expect(thefts.now?.count == 24 && thefts.months.count == 12 && thefts.before == nil)
        #expect(thefts.months.compactMap(\.area).reduce(0, +) == 24)
        #expect(thefts.now?.detectable?.from == 24 && thefts.now?.rate?.establishments == 62)
        #expect(
            report.crimes.first?.isTotal == true
                && report.crimes.first?.now?.reference == 1465 - (report.crimes.first?.now?.count ?? 0)
        )
        #expect(report.fires.count == 10 && report.fires.allSatisfy { $0.now?.detectable == nil })
        #expect(report.inspection?.found == 9 && report.inspection?.foundBefore == nil)
        #expect(report.inspection?.findings.contains { $0.rdX != nil && $0.rdY != nil } == true)
        // 24 thefts at 62 establishments, and 11 victims among 28: both between 15 and 40 %.
        #expect(report.problems.map(\.rank) == [1, 1] && report.problems.map(\.likelihood?.value) == [4, 4])
        #expect(report.problems.map(\.bottleneck.text) == ["K2", "K1"])
        #expect(report.problems.allSatisfy { $0.keys == ["winkeldiefstal"] && $0.impact == 2 })
        #expect(report.problems.first?.measures.map(\.id.text).contains("M16") == true)
        #expect(Set(report.provenance.map(\.source)) == Set(MeasurementSource.allCases))
        let police = try #require(report.provenance.first { $0.source == .policeFigures })
        #expect(police.from == Bench.day("2022-12-01") && police.through == Bench.day("2023-11-30"))
        #expect(police.sha256?.count == 64 && police.deliveredOn == Bench.day("2024-01-31"))
        #expect(report.notes.map(\.key).first == .responseCaveat && !report.notes.contains { $0.key == .wholePackage })
    }

    @Test("an evaluation sets both measurements side by side, with what was established of the change")
    func evaluation() async throws {
        let bench = try await evaluated()
        let report = try await report(bench)
        #expect(report.measurement == 1 && report.earlier?.measurement == 0)
        #expect(report.survey.allSatisfy { $0.before != nil && $0.changes.first?.method == .newcombeDifference })
        #expect(report.survey.contains { $0.changes.first?.holm != nil })
        let thefts = try #require(report.crimes.first { $0.code == "2.5.2" })
        #expect(thefts.before?.count == 24 && thefts.months.count == 24)
        #expect(thefts.months.map(\.month) == thefts.months.map(\.month).sorted())
        let effect = try #require(thefts.changes.first)
        #expect(effect.method == .relativeEffectSize && (effect.dispersion ?? 0) >= 1)
        let (before, now) = (try #require(thefts.before), try #require(thefts.now))
        let cells = [before.count, now.count, try #require(before.reference), try #require(now.reference)].map(
            Double.init
        )
        #expect(effect.estimate.map { abs($0 - cells[0] * cells[3] / (cells[1] * cells[2])) < 1e-12 } == true)
        #expect(thefts.rateChange?.method == .rateRatio)
        #expect(report.inspection?.foundBefore == 9 && report.inspection?.rounds.map(\.id.text) == ["S1", "S2"])
        #expect(report.provenance.map(\.measurement) == report.provenance.map(\.measurement).sorted(by: >))
        let keys = report.notes.map(\.key)
        #expect(keys.contains(.unlinked) && keys.contains(.wholePackage) && keys.contains(.regressionUnknown))
        #expect(!keys.contains(.season) && !keys.contains(.noReference) && !keys.contains(.dispersionUnknown))
        #expect(try await self.report(bench, 0).measurement == 0)
    }

    @Test("establishments that answered under the same code in both surveys are compared with themselves")
    func linked() async throws {
        let bench = try await evaluated(survey: "enquete-0-meting.csv")
        let report = try await report(bench)
        #expect(try await bench.feed().map(\.body.count).max().map { $0 < 64 * 1024 } == true)
        let changes = report.survey.compactMap(\.changes.first)
        #expect(changes.contains { $0.method == .pairedDifference && ($0.pairs ?? 0) >= 10 && $0.estimate == 0 })
        #expect(changes.allSatisfy { $0.pairs.map { $0 >= 10 } ?? true })
        #expect(!report.notes.contains { $0.key == .unlinked })
    }

    @Test("what becomes of findings is told; figures and changes stay as they were established")
    func frozen() async throws {
        let bench = try await evaluated()
        let before = try await report(bench)
        let open = try #require(before.inspection?.findings.first { $0.measurement == 0 && $0.resolvedOn == nil })
        try await bench.having([ResolveFinding(run: Bench.run, finding: open.id, on: Bench.day("2026-01-31"))])
        let after = try await report(bench)
        #expect(after.inspection?.solvedBefore == (before.inspection?.solvedBefore ?? 0) + 1)
        #expect(after.survey == before.survey && after.crimes == before.crimes && after.problems == before.problems)
    }

    @Test("nothing in it tells what an establishment answered or what a finding says")
    func privacy() async throws {
        let bench = try await evaluated()
        let told = String(decoding: try JSON.encode(try await report(bench)), as: UTF8.self)
        for secret in ["3RNXG6DW", "3U3YQ4N7", "Graffiti op een rolluik", "Voorbeeldstraat"] {
            #expect(!told.contains(secret), "\(secret) stands in the report")
        }
    }

    @Test("a count is held against comparable regions, when they were named at the delivery")
    func regression() async throws {
        var bench = try await Bench.measuring()
        let own = String(decoding: try Bench.example("politiecijfers-2022-12-2023-11.csv").content, as: UTF8.self)
        let lines = own.split(whereSeparator: \.isNewline).dropFirst().filter { $0.contains("Doorn-Centrum") }
        let others = ["Leersum-Dorp", "Maarn-Dorp"].enumerated().map { index, name in
            Region(code: "BU158109\(index)1", name: name)
        }
        let copies = others.flatMap { other in lines.map { $0.replacing("Doorn-Centrum", with: other.name) } }
        let file = Bench.file(own + copies.joined(separator: "\n") + "\n")
        let delivery = DeliverPoliceFigures(
            run: Bench.run,
            file: file,
            source: "Politie / CBS",
            selectRegions: false,
            comparable: others
        )
        for command in try Bench.deliveries(0) {
            try await bench.having([command is DeliverPoliceFigures ? delivery : command])
        }
        try await bench.having([Bench.establish()])
        bench.today = Bench.day("2026-02-01")
        try await bench.hear(
            EvaluationStarted(run: Bench.run, areas: [Bench.area], measurement: 1, on: Bench.day("2025-08-01"))
        )
        try await bench.hear(Bench.phase(6, round: 2))
        try await bench.having(try Bench.deliveries(1))
        try await bench.having([Bench.establish("2025")])
        let report = try await report(bench)
        let thefts = try #require(report.crimes.first { $0.code == "2.5.2" })
        // Three equal regions: nothing points to a bad year.
        #expect(thefts.regression == RegressionLine(regions: 3, mean: 24, expected: 24, dropPercent: 0))
        let note = try #require(report.notes.first { $0.key == .regression && $0.about == "politie.2.5.2" })
        #expect(note.values == ["k": "24", "verwacht": "24"])
        #expect(!report.notes.contains { $0.key == .regressionUnknown })
    }

    @Test("a run that is not known and a measurement that is not established have no report")
    func refusals() async throws {
        let bench = try await Bench.measuring()
        let unknown = try bench.refused(try await ask(bench, ReportQuery(run: Bench.id("gm1581-0009-t1"))))
        #expect(unknown.code == .refused && unknown.message.contains("there is no run gm1581-0009-t1"))
        let none = try bench.refused(try await ask(bench, ReportQuery(run: Bench.run)))
        #expect(none.message.contains("no measurement of run gm1581-0001-t1 has been established"))
        let later = try bench.refused(try await ask(bench, ReportQuery(run: Bench.run, measurement: 3)))
        #expect(later.message.contains("the 3-meting of run gm1581-0001-t1 has not been established"))
    }
}
