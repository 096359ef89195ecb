import CloudEvents
import Contracts
import EventSourcing
import Foundation
import Geography
import PluginKit
import Scheme
import Testing

@Suite("The findings of inspections, asked for and exported")
struct FindingQueryTests {
    private typealias Bench = AnalysisBench

    private static let header =
        "ronde;datum;categorie;ernst;omschrijving;plaats;eigenaar;termijn;opgelost_op;rd_x;rd_y;begin;foto;punt\n"

    /// Five findings of two rounds, seen from 2024-01-31: one in time, two overdue, one escalated, one solved.
    private static let rows = """
        dag;2023-11-10;groen;groen;Haag te hoog;Plein 1;gemeente;2024-02-15;;152243;449303;;;
        dag;2023-11-10;schoon;oranje;Afval achter Jansen;Plein 2;ondernemer;2024-01-30;;;;;;schoon-1
        dag;2023-11-10;brand;rood;Uitgang dicht;Plein 3;ondernemer;;;152100;449400;;;
        donker;2023-11-14;verlichting;oranje;Lamp stuk;Plein 4;gemeente;2024-01-15;;152243;449303;18:30;lamp.jpg;
        donker;2023-11-14;weg;groen;Kuil;Plein 5;gemeente;;2023-12-01;;;;;

        """

    private func ask<Query: QueryContract>(_ query: Query, of bench: Bench) async throws -> Query.Answer {
        let request = QueryRequest(type: Query.name, body: try JSON.value(of: query))
        return try JSON.decode(
            Query.Answer.self,
            from: try #require(try bench.done(try await bench.runtime.answer(request)).result)
        )
    }

    private func inspected() async throws -> Bench {
        let bench = try await Bench.measuring()
        let file = Bench.file(Self.header + Self.rows)
        try await bench.having([ImportInspection(run: Bench.run, file: file, participants: [Bench.town])])
        return bench
    }

    @Test("tell what is overdue, for how long and who owns it")
    func standing() async throws {
        let bench = try await inspected()
        let list = try await ask(FindingsQuery(run: Bench.run, on: Bench.day("2024-01-31")), of: bench)
        #expect(list.findings.map(\.id.text) == ["S1.1", "S1.2", "S1.3", "S2.1", "S2.2"])
        #expect(list.findings.map(\.status) == [.open, .overdue, .escalated, .overdue, .resolved])
        #expect(list.findings.map(\.daysOpen) == [82, 82, 82, 78, 17])
        #expect(list.findings.map(\.daysLate) == [0, 1, 75, 16, 0])
        // Without an agreed day the term of the severity holds: seven days for rood.
        #expect(list.findings[2].due == nil && list.findings[2].dueBy == Bench.day("2023-11-17"))
        #expect(list.findings[1].point == "schoon-1" && list.findings[1].checklist == "schouw-w-1")
        #expect(list.findings[0].rdX == 152_243 && list.findings[1].rdX == nil)
        #expect(
            list.late == [
                OwnerArrears(owner: "ondernemer", overdue: 1, escalated: 1, mostDaysLate: 75),
                OwnerArrears(owner: "gemeente", overdue: 1, escalated: 0, mostDaysLate: 16),
            ]
        )
        #expect(
            list.rounds.map(\.kind) == [.day, .dark] && list.rounds.map(\.participants) == [[Bench.town], [Bench.town]]
        )
        #expect(list.rounds.map(\.begin) == [nil, ClockTime("18:30")])
        let later = try await ask(FindingsQuery(run: Bench.run, on: Bench.day("2024-03-01")), of: bench)
        #expect(
            later.late == [
                OwnerArrears(owner: "ondernemer", overdue: 0, escalated: 2, mostDaysLate: 105),
                OwnerArrears(owner: "gemeente", overdue: 1, escalated: 1, mostDaysLate: 46),
            ]
        )
    }

    @Test("are those of the measurement and the day that were asked for")
    func choosing() async throws {
        let bench = try await inspected()
        let late = try await ask(
            FindingsQuery(run: Bench.run, on: Bench.day("2024-01-31"), onlyOverdue: true),
            of: bench
        )
        #expect(late.findings.map(\.id.text) == ["S1.2", "S1.3", "S2.1"])
        let before = try await ask(FindingsQuery(run: Bench.run, on: Bench.day("2023-11-12")), of: bench)
        #expect(before.rounds.map(\.id.text) == ["S1"] && before.findings.map(\.status) == [.open, .open, .open])
        let young = try await ask(FindingsQuery(run: Bench.run, on: Bench.day("2023-11-20")), of: bench)
        #expect(young.findings.last?.status == .open && young.findings.last?.resolvedOn == nil)
        let other = try await ask(
            FindingsQuery(run: Bench.run, measurement: 1, on: Bench.day("2024-01-31")),
            of: bench
        )
        #expect(other.findings.isEmpty && other.rounds.isEmpty)
    }

    @Test("of a run that does not exist are refused")
    func unknownRun() async throws {
        let bench = try await inspected()
        let query = FindingsQuery(run: Bench.id("gm0001-0001-t1"), on: Bench.day("2024-01-31"))
        let reply = try await bench.runtime.answer(
            QueryRequest(type: FindingsQuery.name, body: try JSON.value(of: query))
        )
        #expect(try bench.refused(reply).message.contains("there is no run gm0001-0001-t1"))
    }

    @Test("leave as GeoJSON without words, and with them only when that is asked for")
    func export() async throws {
        let bench = try await inspected()
        func text(_ withWords: Bool) async throws -> String {
            let query = FindingExportQuery(run: Bench.run, on: Bench.day("2024-01-31"), withWords: withWords)
            return String(decoding: try JSON.encode(try await ask(query, of: bench)), as: UTF8.self)
        }
        let plain = try await text(false)
        for word in ["Jansen", "Haag", "Plein", "lamp.jpg", "omschrijving", "plaats"] { #expect(!plain.contains(word)) }
        #expect(plain.contains("\"type\":\"FeatureCollection\"") && plain.contains("\"geometry\":null"))
        #expect(plain.contains("\"status\":\"geescaleerd\"") && plain.contains("\"dagen_te_laat\":75"))
        let words = try await text(true)
        for word in ["Afval achter Jansen", "Plein 4", "lamp.jpg"] { #expect(words.contains(word)) }
    }

    @Test("come back as they left: an export with words is a file that can be imported")
    func roundTrip() async throws {
        let day = Bench.day("2024-01-31")
        let bench = try await inspected()
        let query = FindingExportQuery(run: Bench.run, on: day, withWords: true)
        let file = DeliveredFile(name: "schouw.geojson", content: try JSON.encode(try await ask(query, of: bench)))
        let second = try await Bench.measuring()
        try await second.having([ImportInspection(run: Bench.run, file: file, participants: [Bench.town])])
        let before = try await ask(FindingsQuery(run: Bench.run, on: day), of: bench)
        let after = try await ask(FindingsQuery(run: Bench.run, on: day), of: second)
        #expect(after.findings == before.findings)
        #expect(try await ask(query, of: second) == (try await ask(query, of: bench)))
    }

    @Test("a point of the export lies within a metre of the place that was delivered")
    func points() async throws {
        let query = FindingExportQuery(run: Bench.run, on: Bench.day("2024-01-31"))
        let collection = try await ask(query, of: try await inspected())
        let point = try #require(collection.features.first?.geometry)
        #expect(point.type == "Point" && point.coordinates.count == 2)
        let place = RDPoint(WGS84Point(latitude: point.coordinates[1], longitude: point.coordinates[0]))
        #expect(place.distance(to: RDPoint(x: 152_243, y: 449_303)) < 1)
    }

    @Test("a dark round without times is recorded with a note; one in the light is refused at its place")
    func darkRounds() async throws {
        let bench = try await Bench.measuring()
        let hold = HoldInspection(
            run: Bench.run,
            kind: .dark,
            on: Bench.day("2023-11-14"),
            participants: [Bench.town]
        )
        let done = try bench.done(try await bench.send(hold))
        let note = try JSON.decode(RecordedInspection.self, from: try #require(done.result)).note
        #expect(note?.contains("the dark round of 2023-11-14 has no times") == true)
        let light = Self.rows.replacing("18:30", with: "16:30")
        let file = Bench.file(Self.header + light)
        let refused = try bench.refused(
            try await bench.send(ImportInspection(run: Bench.run, file: file, participants: [Bench.town]))
        )
        #expect(refused.place?.line == 5 && refused.message.contains("the sun rose at 07:56 and set at 16:49"))
        let afternoon = HoldInspection(
            run: Bench.run,
            kind: .dark,
            on: Bench.day("2023-11-15"),
            begin: ClockTime("15:00"),
            participants: [Bench.town]
        )
        #expect(try bench.refused(try await bench.send(afternoon)).message.contains("cannot begin at 15:00"))
    }

    @Test("participants that the file names walk along instead of those of the command")
    func participants() async throws {
        let bench = try await Bench.measuring()
        let header = "ronde;datum;categorie;ernst;omschrijving;eigenaar;deelnemers\n"
        func send(_ participants: String) async throws -> CommandReply {
            let row = "dag;2023-11-10;groen;rood;x;gemeente;\(participants)\n"
            return try await bench.send(
                ImportInspection(run: Bench.run, file: Bench.file(header + row), participants: [])
            )
        }
        #expect(try bench.refused(try await send("")).message.contains("has no participants"))
        #expect(try bench.refused(try await send("vreemde-bv")).message.contains("vreemde-bv is no party"))
        #expect(try bench.done(try await send(Bench.town.text)).events.count == 2)
    }

    @Test("a GeoJSON file is refused with the number of the feature, without a line")
    func features() async throws {
        let bench = try await Bench.measuring()
        let text = """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null, \
            "properties": {"ronde": "nacht"}}]}
            """
        let file = DeliveredFile(name: "schouw.geojson", content: Data(text.utf8))
        let refused = try bench.refused(
            try await bench.send(ImportInspection(run: Bench.run, file: file, participants: [Bench.town]))
        )
        #expect(refused.place == nil && refused.message.hasPrefix("schouw.geojson: feature 1: \u{201c}nacht\u{201d}"))
    }

    @Test("no event of a round tells where a finding lies, its photo or when the round was walked")
    func privacy() async throws {
        let bench = try await inspected()
        let told =
            try await bench.feed().map { String(decoding: $0.body, as: UTF8.self) }.joined()
            + bench.log().map { String(decoding: $0.event.payload, as: UTF8.self) }.joined()
        for secret in ["152243", "449303", "lamp.jpg", "Jansen", "Plein", "18:30"] {
            #expect(!told.contains(secret), "\(secret) stands in an event")
        }
    }

    @Test("the checklist of a kind of area is shown with the terms")
    func checklist() async throws {
        let bench = try await Bench.measuring()
        let newest = try await ask(ChecklistQuery(kind: .businessPark), of: bench)
        #expect(newest.checklist == "schouw-b-1" && newest.points.contains { $0.id == "licht-3" })
        #expect(newest.terms.map(\.days) == [180, 60, 7])
        let named = try await ask(ChecklistQuery(kind: .shoppingArea, checklist: "schouw-w-1"), of: bench)
        #expect(named.kind == .shoppingArea)
        let wrong = ChecklistQuery(kind: .shoppingArea, checklist: "schouw-b-1")
        let reply = try await bench.runtime.answer(
            QueryRequest(type: ChecklistQuery.name, body: try JSON.value(of: wrong))
        )
        #expect(try bench.refused(reply).message.contains("choose one of schouw-w-1"))
        let rural = try await bench.runtime.answer(
            QueryRequest(type: ChecklistQuery.name, body: try JSON.value(of: ChecklistQuery(kind: .ruralArea)))
        )
        #expect(try bench.refused(rural).message.hasPrefix("there is no such checklist for a "))
    }
}
