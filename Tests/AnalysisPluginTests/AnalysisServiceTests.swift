import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

@Suite("The analysis service")
struct AnalysisServiceTests {
    private typealias Bench = AnalysisBench

    @Test("takes in the examples, establishes the measurement and publishes it")
    func wholeMeasurement() async throws {
        let bench = try await Bench.measuring()
        try await bench.having(try Bench.deliveries(0))
        let done = try bench.done(try await bench.send(Bench.establish()))
        #expect(done.stream == "analysis/gm1581-0001-t1")
        #expect(done.events == ["nl.kvo.veiligheidsanalyse-vastgesteld.v1"])
        let entry = try #require(try await bench.feed().last)
        #expect(entry.topic == "e/analysis/gm1581/gm1581-0001/veiligheidsanalyse-vastgesteld/")
        #expect(entry.event.subject == "meting/gm1581-0001-t1/0")
        let event = try JSON.decode(AnalysisEstablished.self, from: try #require(entry.event.data))
        #expect(event.surveyClosedOn == Bench.day("2023-10-01"))
        let thefts = try #require(event.figures.first { $0.id == "politie.2.5.2" })
        #expect(thefts.value == 24 && thefts.unit == .count && thefts.name == "2.5.2 Winkeldiefstal")
        #expect(event.figures.first { $0.id == "politie.0.0.0" }?.reference == 1465)
        let rate = try #require(event.figures.first { $0.id == "politie.2.5.2.per-100" })
        #expect(rate.unit == .ratePer100 && rate.count == 24 && rate.value.map { abs($0 - 2400.0 / 62) < 1e-9 } == true)
        #expect(event.figures.count { $0.id.hasPrefix("brandweer.") && $0.unit == .ratePer100 } == 10)
        #expect(!event.figures.contains { $0.id == "politie.1.4.1" })
        #expect(event.figures.first { $0.id == "schouw.bevindingen" }?.value == 9)
        #expect(event.bottlenecks.first?.value == 24)
        let victims = try #require(event.figures.first { $0.id == "enquete.slachtoffer-winkeldiefstal" })
        #expect(victims.population == 62 && victims.outOf.map { $0 <= 30 } == true)
        #expect(event.bottlenecks.last?.value == victims.value)
    }

    @Test("compares the next measurement with the first, within the size of an event")
    func evaluation() async throws {
        var bench = try await Bench.measuring()
        try await bench.having(try Bench.deliveries(0))
        try await bench.having([Bench.establish()])
        bench.today = Bench.day("2026-02-01")
        try await bench.hear(
            EvaluationStarted(run: Bench.run, areas: [Bench.area], measurement: 1, on: Bench.day("2025-08-01"))
        )
        try await bench.hear(Bench.phase(6, round: 2))
        try await bench.having(try Bench.deliveries(1))
        let done = try bench.done(try await bench.send(Bench.establish("2025")))
        #expect(
            done.events == ["nl.kvo.veiligheidsanalyse-vastgesteld.v1", "nl.kvo.evaluatie-vastgesteld.v1"]
        )
        let feed = try await bench.feed()
        let event = try JSON.decode(EvaluationEstablished.self, from: try #require(feed.last?.event.data))
        #expect(event.measurement == 1)
        #expect(event.comparisons.allSatisfy { $0.before.id == $0.after.id })
        #expect(event.comparisons.contains { $0.after.id == "politie.2.5.2" && $0.before.value == 24 })
        #expect(feed.map(\.body.count).max().map { $0 < 64 * 1024 } == true)
        let summaries = try await bench.measurements(Bench.run)
        #expect(summaries.map(\.measurement) == [0, 1])
        #expect(summaries.map(\.inspections).map { $0.map(\.id.text) } == [["S1"], ["S2"]])
    }

    @Test("no event tells what an establishment answered, what a finding says or where it is")
    func privacy() async throws {
        let bench = try await Bench.measuring()
        try await bench.having(try Bench.deliveries(0))
        try await bench.having([Bench.establish()])
        let told =
            try await bench.feed().map { String(decoding: $0.body, as: UTF8.self) }.joined()
            + bench.log().map { String(decoding: $0.event.payload, as: UTF8.self) }.joined()
        for secret in ["3RNXG6DW", "Graffiti op een rolluik", "Voorbeeldstraat", "151968"] {
            #expect(!told.contains(secret), "\(secret) stands in an event")
        }
        let answers = try await bench.documents("survey-response")
        #expect(answers.count == 30 && answers.contains { $0.key == "gm1581-0001-t1/0/3RNXG6DW" })
        let words = try await bench.documents("finding-text")
        #expect(words.count == 9 && words.first?.key == "gm1581-0001-t1/0/S1.1")
        #expect(
            words.first.map { String(decoding: $0.body, as: UTF8.self).contains("Graffiti op een rolluik") } == true
        )
        #expect(try await bench.documents("police-figure", .kept).count == 36)
        #expect(try await bench.documents("fire-figure", .kept).count == 10)
    }

    @Test("an import tells how far the survey has come, and crosses the threshold once")
    func responses() async throws {
        let bench = try await Bench.measuring()
        let file = try Bench.example("enquete-0-meting.csv")
        let lines = String(decoding: file.content, as: UTF8.self).split(separator: "\n").map(String.init)
        func part(_ range: Range<Int>) -> ImportResponses {
            ImportResponses(
                run: Bench.run,
                file: Bench.file(([lines[0]] + lines[range]).joined(separator: "\n"))
            )
        }
        try await bench.having([OpenSurvey(run: Bench.run, on: Bench.day("2023-09-01"))])
        let first = try bench.done(try await bench.send(part(1..<19)))
        #expect(first.events.isEmpty)
        #expect(try imported(first) == ImportedResponses(received: 18, answers: 18, needed: 19))
        let second = try bench.done(try await bench.send(part(19..<21)))
        #expect(second.events == ["nl.kvo.enquete-respons-bereikt.v1"])
        #expect(try imported(second) == ImportedResponses(received: 2, answers: 20, needed: 19))
        let again = try bench.refused(try await bench.send(part(20..<22)))
        #expect(again.place == FilePlace(file: "bestand.csv", line: 2, column: 1))
        #expect(again.message.contains("already answered in an earlier file"))
        #expect(try await bench.documents("survey-response").count == 20)
    }

    private func imported(_ done: CommandReply.Done) throws -> ImportedResponses {
        try JSON.decode(ImportedResponses.self, from: try #require(done.result))
    }

    @Test("a file with more answers than were invited is refused as a whole")
    func tooMany() async throws {
        let bench = try await Bench.measuring()
        try await bench.having([OpenSurvey(run: Bench.run, invited: 29, on: Bench.day("2023-09-01"))])
        let command = ImportResponses(run: Bench.run, file: try Bench.example("enquete-0-meting.csv"))
        let refused = try bench.refused(try await bench.send(command))
        #expect(refused.code == .refused && refused.message.contains("only 29 were invited"))
        #expect(try await bench.documents("survey-response").isEmpty)
    }

    @Test("a faulty file is refused at its place and nothing of it is kept")
    func faultyFiles() async throws {
        let bench = try await Bench.measuring()
        try await bench.having([OpenSurvey(run: Bench.run, on: Bench.day("2023-09-01"))])
        let before = try await bench.log().count
        let police = DeliverPoliceFigures(
            run: Bench.run,
            file: Bench.file("respondent;B1\nA;ja\n"),
            source: "x",
            selectRegions: false
        )
        let commands: [(any CommandContract, Int, Int)] = [
            (ImportResponses(run: Bench.run, file: Bench.file("respondent;B1;Q\nA;nooit;x\n")), 1, 15),
            (ImportInspection(run: Bench.run, file: Bench.file("ronde;x\ndag;1\n"), participants: [Bench.town]), 1, 7),
            (police, 1, 1),
            (
                DeliverFireFigures(
                    run: Bench.run,
                    file: Bench.file("periode;categorie;aantal\n2023-11;poes;1\n"),
                    source: "x"
                ), 2, 9
            ),
        ]
        for (command, line, column) in commands {
            let refused = try bench.refused(try await bench.send(command))
            #expect(refused.code == .invalid)
            #expect(refused.place == FilePlace(file: "bestand.csv", line: line, column: column), "\(refused.message)")
        }
        #expect(try await bench.log().count == before)
    }

    @Test("a round that was walked before the run is refused: in a file at its place, by hand with both days")
    func roundBeforeRun() async throws {
        let bench = try await Bench.measuring()
        let header = "ronde;datum;categorie;ernst;omschrijving;plaats;rd_x;rd_y;eigenaar;termijn;opgelost_op\n"
        let file = Bench.file(header + "dag;2022-10-31;groen;rood;x;;;;gemeente;;\n")
        let command = ImportInspection(run: Bench.run, file: file, participants: [Bench.town])
        let refused = try bench.refused(try await bench.send(command))
        #expect(refused.place == FilePlace(file: "bestand.csv", line: 2, column: 5))
        #expect(refused.message.contains("is before the start of the run on 2022-11-01"))
        let round = HoldInspection(run: Bench.run, kind: .day, on: Bench.day("2022-10-31"), participants: [Bench.town])
        let second = try bench.refused(try await bench.send(round))
        #expect(second.place == nil)
        #expect(second.message.contains("2022-10-31, which is before the start of the run on 2022-11-01"))
    }

    @Test("an empty file and a questionnaire that is no identifier are invalid")
    func invalid() async throws {
        let bench = try await Bench.measuring()
        let open = OpenSurvey(run: Bench.run, questionnaire: "KVO W/1", on: Bench.day("2023-09-01"))
        #expect(try bench.refused(try await bench.send(open)).message.contains("is not a questionnaire identifier"))
        let empty = DeliverFireFigures(run: Bench.run, file: Bench.file(""), source: "x")
        let refused = try bench.refused(try await bench.send(empty))
        #expect(refused.place == nil && refused.message.hasPrefix("bestand.csv: the file holds no header line"))
    }

    @Test("police rows of another region are refused at their place, unless regions are to be selected")
    func selecting() async throws {
        let bench = try await Bench.measuring()
        let lines = String(decoding: try Bench.example("politiecijfers-2022-12-2023-11.csv").content, as: UTF8.self)
        let file = Bench.file(lines + "\"Totaal misdrijven\";\"2023 mei\";\"Leersum\";13\n")
        func deliver(_ select: Bool) -> DeliverPoliceFigures {
            DeliverPoliceFigures(run: Bench.run, file: file, source: "Politie / CBS", selectRegions: select)
        }
        let refused = try bench.refused(try await bench.send(deliver(false)))
        #expect(refused.place == FilePlace(file: "bestand.csv", line: 434, column: 32))
        #expect(refused.message.contains("Leersum"))
        let done = try bench.done(try await bench.send(deliver(true)))
        #expect(done.events == ["nl.kvo.politiecijfers-aangeleverd.v1"])
        let data = try #require(try await bench.feed().last?.event.data)
        let event = try JSON.decode(PoliceFiguresDelivered.self, from: data)
        #expect(event.rows == 432 && event.withheld == 24)
        #expect(event.from.description == "2022-12" && event.through.description == "2023-11")
    }

    @Test("an inspection is held, found solved, and a stranger does not walk along")
    func inspections() async throws {
        let bench = try await Bench.measuring()
        try await bench.having([
            ImportInspection(
                run: Bench.run,
                file: try Bench.example("schouw-0-meting.csv"),
                participants: [Bench.town]
            ),
            HoldInspection(run: Bench.run, kind: .dark, on: Bench.day("2023-11-14"), participants: [Bench.town]),
        ])
        func resolve(_ finding: String) -> ResolveFinding {
            ResolveFinding(run: Bench.run, finding: Bench.id(finding), on: Bench.day("2023-11-20"))
        }
        let solved = try bench.done(try await bench.send(resolve("S1.2")))
        #expect(solved.events == ["nl.kvo.schouwpunt-opgelost.v1"])
        let rounds = try #require(try await bench.measurements().first).inspections
        #expect(rounds.map(\.id.text) == ["S1", "S2"] && rounds.map(\.findings) == [9, 0])
        #expect(rounds.map(\.open) == [1, 0])
        let stranger = HoldInspection(
            run: Bench.run,
            kind: .day,
            on: Bench.day("2023-11-15"),
            participants: [Bench.id("vreemde-bv")]
        )
        #expect(try bench.refused(try await bench.send(stranger)).message.contains("vreemde-bv is no party"))
    }

    @Test("a finding that is solved after the establishing changes the list and not the figures")
    func resolvingLater() async throws {
        var bench = try await Bench.measuring()
        try await bench.having(try Bench.deliveries(0))
        try await bench.having([Bench.establish()])
        bench.today = Bench.day("2024-02-20")
        try await bench.hear(Bench.phase(3, round: 1))
        let before = try #require(try await bench.measurements().first)
        let resolve = ResolveFinding(run: Bench.run, finding: Bench.id("S1.2"), on: Bench.day("2024-02-20"))
        #expect(try bench.done(try await bench.send(resolve)).events == ["nl.kvo.schouwpunt-opgelost.v1"])
        let after = try #require(try await bench.measurements().first)
        #expect(before.inspections.map(\.open) == [2] && after.inspections.map(\.open) == [1])
        #expect(after.figures == before.figures && after.figures.first { $0.id == "schouw.open" }?.value == 2)
        #expect(try bench.refused(try await bench.send(resolve)).message.contains("already solved on 2024-02-20"))
    }

    @Test("a closed gate is named in the refusal")
    func gate() async throws {
        let bench = try await Bench.measuring()
        let refused = try bench.refused(try await bench.send(Bench.establish()))
        #expect(refused.code == .refused && refused.gate == "vereiste-bronnen")
    }

    @Test("a stale revision is a conflict")
    func conflict() async throws {
        let bench = try await Bench.measuring()
        let open = OpenSurvey(run: Bench.run, on: Bench.day("2023-09-01"))
        #expect(try bench.refused(try await bench.send(open, expecting: 1)).code == .conflict)
        #expect(try bench.done(try await bench.send(open, expecting: 3)).revision == 4)
    }

    @Test("a repeated key gets the same reply and has one effect")
    func repeated() async throws {
        let bench = try await Bench.measuring()
        try await bench.having([OpenSurvey(run: Bench.run, on: Bench.day("2023-09-01"))])
        let command = ImportResponses(run: Bench.run, file: try Bench.example("enquete-0-meting.csv"))
        let key = UUID()
        let first = try await bench.send(command, key: key)
        let count = try await bench.log().count
        #expect(try await bench.send(command, key: key) == first)
        #expect(try await bench.log().count == count)
        #expect(try await bench.measurements().first?.answers == 30)
    }
}
