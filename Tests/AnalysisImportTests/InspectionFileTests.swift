import AnalysisDomain
import AnalysisImport
import Geography
import Scheme
import Testing

@Suite("Inspection file")
struct InspectionFileTests {
    private static let header =
        "ronde;datum;categorie;ernst;omschrijving;plaats;rd_x;rd_y;eigenaar;termijn;opgelost_op\n"

    private let window = InspectionWindow(runStartedOn: day("2023-09-01"), today: day("2024-01-31"))

    private func read(_ rows: String) throws -> Result<[DeliveredInspection], ImportError> {
        let codes = try shipped.get().findingCodes
        return Result { () throws(ImportError) in
            try InspectionFile.read(Array((Self.header + rows).utf8), codes: codes, window: window)
        }
    }

    @Test("rows of one kind on one day are a round, and words are kept apart from facts")
    func rounds() throws {
        let rounds = try read(
            """
            dag;2023-10-05;groen;rood;Plantenbak;Plein 1;151968;449643;gemeente;2023-12-01;2023-11-01
            donker;2023-10-05;verlichting;groen;Lamp;;;;ondernemer;;
            dag;2023-10-05;schoon;oranje;Afval;Plein 2;;;handhaving;2023-12-01;

            """
        ).get()
        #expect(rounds.map(\.kind) == [.day, .dark] && rounds.map(\.findings.count) == [2, 1])
        #expect(
            rounds[0].findings[0]
                == NewFinding(
                    category: "groen",
                    severity: "rood",
                    owner: "gemeente",
                    due: day("2023-12-01"),
                    resolvedOn: day("2023-11-01")
                )
        )
        #expect(
            rounds[0].texts[0] == FindingText(description: "Plantenbak", place: "Plein 1", rdX: 151_968, rdY: 449_643)
        )
        #expect(rounds[1].texts[0] == FindingText(description: "Lamp", place: "", rdX: nil, rdY: nil))
    }

    @Test(
        "a faulty row is refused with the line and the column",
        arguments: [
            ("nacht;2023-10-05;groen;rood;x;;;;gemeente;;", "3:1", "is no ronde; write one of \u{201c}dag\u{201d}"),
            ("dag;05-10-2023;groen;rood;x;;;;gemeente;;", "3:5", "is not a date; write it as 2026-11-23"),
            ("dag;;groen;rood;x;;;;gemeente;;", "3:5", "\u{201c}datum\u{201d} is empty"),
            ("dag;2024-02-01;groen;rood;x;;;;gemeente;;", "3:5", "is not over yet (today is 2024-01-31)"),
            ("dag;2023-08-31;groen;rood;x;;;;gemeente;;", "3:5", "is before the start of the run on 2023-09-01"),
            ("dag;2023-10-05;bloemen;rood;x;;;;gemeente;;", "3:16", "is no categorie"),
            ("dag;2023-10-05;groen;paars;x;;;;gemeente;;", "3:22", "is no ernst"),
            ("dag;2023-10-05;groen;rood; ;;;;gemeente;;", "3:27", "\u{201c}omschrijving\u{201d} is empty"),
            ("dag;2023-10-05;groen;rood;x;;12,5;;gemeente;;", "3:30", "is not a whole number from -7000 to 300000"),
            ("dag;2023-10-05;groen;rood;x;;;100;gemeente;;", "3:31", "from 289000 to 629000"),
            ("dag;2023-10-05;groen;rood;x;;;;Jan Jansen;;", "3:32", "\u{201c}Jan Jansen\u{201d} is no eigenaar"),
            ("dag;2023-10-05;groen;rood;x;;;;;;", "3:32", "\u{201c}eigenaar\u{201d} is empty"),
            ("dag;2023-10-05;groen;rood;x;;;;gemeente;2023-10-04;", "3:41", "before the round on 2023-10-05"),
            ("dag;2023-10-05;groen;rood;x;;;;gemeente;;2023-10-04", "3:42", "before the round on 2023-10-05"),
            ("dag;2023-10-05;groen;rood;x;;;;gemeente;;2024-02-01", "3:42", "is not over yet"),
            ("dag;2023-10-05;groen;rood;x;;;;gemeente;", "3:41", "the row has 10 fields"),
        ]
    )
    func refusals(row: String, place: String, words: String) throws {
        let good = "dag;2023-10-05;groen;rood;\"x; y\";;;;gemeente;;\n"
        let result = try read(good + row + "\n")
        let refusal = try #require(Refusal { () throws(ImportError) in try result.get() })
        #expect(refusal.place == place)
        #expect(refusal.sentence.contains(words))
    }

    @Test("a round of more than twelve months ago is refused with the line and the column")
    func tooOld() throws {
        let codes = try shipped.get().findingCodes
        let window = InspectionWindow(runStartedOn: day("2022-09-01"), today: day("2024-01-31"))
        let rows = "dag;2023-01-31;groen;rood;x;;;;gemeente;;\ndonker;2023-01-30;groen;rood;x;;;;gemeente;;\n"
        let refusal = try #require(
            Refusal { () throws(ImportError) in
                try InspectionFile.read(Array((Self.header + rows).utf8), codes: codes, window: window)
            }
        )
        #expect(refusal.place == "3:8")
        let words = "2023-01-30 in \u{201c}datum\u{201d} is more than 12 months before today (2024-01-31)"
        #expect(refusal.sentence.contains(words))
    }

    @Test(
        "the example rounds are read",
        arguments: [
            ("doorn-centrum", 0, [9]), ("doorn-centrum", 1, [6]), ("de-meent", 0, [8, 6]), ("de-meent", 1, [5, 4]),
        ]
    )
    func examples(area: String, measurement: Int, findings: [Int]) throws {
        let rounds = try InspectionFile.read(
            try Examples.bytes("\(area)/schouw-\(measurement)-meting.csv"),
            codes: try shipped.get().findingCodes,
            window: InspectionWindow(
                runStartedOn: day("2023-09-01"),
                today: day(measurement == 0 ? "2024-01-10" : "2026-01-12")
            )
        )
        #expect(rounds.map(\.findings.count) == findings)
    }

    @Test("the example as GeoJSON is the example as a table, with times and points of the checklist")
    func geoJSON() throws {
        func read(_ name: String) throws -> [DeliveredInspection] {
            try InspectionFile.read(
                try Examples.bytes("de-meent/\(name)"),
                codes: try shipped.get().findingCodes,
                window: InspectionWindow(runStartedOn: day("2023-09-01"), today: day("2024-01-10")),
                guide: try InspectionGuide.shipped(),
                kind: .businessPark
            )
        }
        let (features, table) = (try read("schouw-0-meting.geojson"), try read("schouw-0-meting.csv"))
        #expect(features.map(\.findings) == table.map(\.findings))
        for (feature, row) in zip(features.flatMap(\.texts), table.flatMap(\.texts)) {
            #expect(feature.description == row.description && feature.place == row.place)
            #expect(feature.rdX == row.rdX && feature.rdY == row.rdY)
        }
        #expect(features.map { $0.hours?.begin.description } == [nil, "19:00"] && table.map(\.hours) == [nil, nil])
        #expect(features[1].texts[0].point == "licht-1" && features[1].texts[0].object == "V-0211")
    }
}
