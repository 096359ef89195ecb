import AnalysisDomain
import AnalysisImport
import Foundation
import Scheme
import Testing

@Suite("Police figures file")
struct PoliceFileTests {
    private static let header =
        "\"Soort misdrijf\";\"Perioden\";\"Wijken en buurten\";\"Geregistreerde misdrijven (aantal)\"\n"
    private let municipality = CensusRegion(code: "GM1581", name: "Utrechtse Heuvelrug")
    private let centre = CensusRegion(code: "BU15810000", name: "Doorn-Centrum")

    private func cells(
        _ text: String,
        regions: [CensusRegion]? = nil,
        selecting: Bool = false,
        today: String = "2024-01-31"
    ) throws -> Result<[PoliceCell], ImportError> {
        let crimes = try shipped.get().crimes
        return Result { () throws(ImportError) in
            try PoliceFile(parsing: Array(text.utf8), crimes: crimes)
                .cells(of: regions ?? [centre], and: municipality, today: day(today), selecting: selecting)
        }
    }

    @Test(
        "every variant of the portal's layout gives the same figures",
        arguments: [
            "\u{FEFF}" + header + "\"2.5.2 Winkeldiefstal\";\"2023 mei\";\"Doorn-Centrum\";3\n",
            header + "\"2.5.2 Winkeldiefstal\";\"2023 mei\";\"Doorn-Centrum\";\"       3\"\n",
            (header + "\"2.5.2 Winkeldiefstal\";\"2023 mei\";\"Doorn-Centrum\";3\n").replacing("\n", with: "\r\n"),
            "Wijken en buurten;Geregistreerde misdrijven (aantal);Perioden;Soort misdrijf\n"
                + "Doorn-Centrum;3;2023 mei;2.5.2 Winkeldiefstal",
            header + "2.5.2 Winkeldiefstal;2023MM05;Doorn-Centrum;3\n",
            "\"ID\";\"SoortMisdrijf\";\"WijkenEnBuurten\";\"Perioden\";\"GeregistreerdeMisdrijven_1\"\n"
                + "7;\"2.5.2 \";\"BU15810000\";\"2023MM05\";\"       3\"\n",
            "{\"value\":[{\"SoortMisdrijf\":\"2.5.2 \",\"WijkenEnBuurten\":\"BU15810000\",\"Perioden\":\"2023MM05\","
                + "\"GeregistreerdeMisdrijven_1\":3}]}",
        ]
    )
    func layouts(text: String) throws {
        let month = try #require(CalendarMonth("2023-05"))
        let cell = PoliceCell(
            crime: made(CrimeCode("2.5.2")),
            region: centre,
            period: FigurePeriod(month: month),
            count: .published(3)
        )
        #expect(try cells(text).get() == [cell])
    }

    @Test("an empty field and a dot are withheld, and zero is not", arguments: ["", ".", "\"\"", "\"        \""])
    func withheld(field: String) throws {
        let text = Self.header + "1.4.1 Zedenmisdrijf;2023 mei;Doorn-Centrum;\(field)\n"
        #expect(try cells(text).get().map(\.count) == [.withheld])
        #expect(try cells(text + "Totaal misdrijven;2023 mei;Doorn-Centrum;0\n").get().last?.count == .published(0))
    }

    @Test("all Dutch month names and both forms of a year are read")
    func periods() throws {
        let names = [
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
            "november", "december",
        ]
        let months = names.map { "Totaal misdrijven;2022 \($0);Doorn-Centrum;1\n" }.joined()
        let years =
            "2.5.1 Diefstal/inbraak bedrijven enz.;2022;Doorn-Centrum;1\nTotaal misdrijven;2023JJ00;Doorn-Centrum;1\n"
        let cells = try cells(Self.header + months + years).get()
        #expect(cells.prefix(12).map(\.period.from.month) == Array(1...12))
        #expect(cells.suffix(2).map(\.period) == [FigurePeriod(year: 2022), FigurePeriod(year: 2023)])
    }

    @Test(
        "a faulty row is refused with the line and the column",
        arguments: [
            ("Misdrijven, totaal;2023 mei;Doorn-Centrum;1", "3:1", "is not in the code list of the police"),
            ("1.4.7 Winkeldiefstal;2023 mei;Doorn-Centrum;1", "3:1", "which has \u{201c}1.4.7 Overval\u{201d}"),
            ("3.9.9 Verzonnen;2023 mei;Doorn-Centrum;1", "3:1", "is not in the code list of the police"),
            ("Totaal misdrijven;2023 May;Doorn-Centrum;1", "3:19", "is not a period; write it as 2023 mei"),
            ("Totaal misdrijven;mei 2023;Doorn-Centrum;1", "3:19", "is not a period"),
            ("Totaal misdrijven;2023MM13;Doorn-Centrum;1", "3:19", "is not a period"),
            ("Totaal misdrijven;2024 februari;Doorn-Centrum;1", "3:19", "is not over yet (today is 2024-01-31)"),
            ("Totaal misdrijven;2024 januari;Doorn-Centrum;1", "3:19", "is not over yet"),
            ("Totaal misdrijven;2024;Doorn-Centrum;1", "3:19", "is not over yet"),
            (
                "Totaal misdrijven;2023 mei;Leersum;1", "3:28",
                "\u{201c}Leersum\u{201d} is neither a region of the area nor"
            ),
            ("Totaal misdrijven;2023 mei;Doorn-Centrum;-1", "3:42", "is not a whole number from 0 to 1000000"),
            ("Totaal misdrijven;2023 mei;Doorn-Centrum;1.234", "3:42", "is not a whole number"),
            ("Totaal misdrijven;2023 mei;Doorn-Centrum;*", "3:42", "is not a whole number"),
            ("Totaal misdrijven;2023 april;Doorn-Centrum;1", "3:19", "already stands on line 2"),
            ("Totaal misdrijven;2023;Doorn-Centrum;1", "3:19", "already stands on line 2"),
            ("Totaal misdrijven;2023 mei;Doorn-Centrum", "3:28", "the row has 3 fields"),
        ]
    )
    func refusals(row: String, place: String, words: String) throws {
        let result = try cells(Self.header + "Totaal misdrijven;2023 april;Doorn-Centrum;2\n\(row)\n")
        let refusal = try #require(Refusal { () throws(ImportError) in try result.get() })
        #expect(refusal.place == place)
        #expect(refusal.sentence.contains(words))
    }

    @Test(
        "another table is refused, naming what was expected",
        arguments: [
            ("Soort misdrijf;Perioden;Plaatsen;Geregistreerde misdrijven (aantal)\nx;y;z;1\n", "1:25"),
            ("Soort misdrijf;Perioden;Wijken en buurten\nx;y;z\n", "1:1"),
            ("respondent;B1\nA;ja\n", "1:1"),
        ]
    )
    func otherTable(text: String, place: String) throws {
        let result = try cells(text)
        let refusal = try #require(Refusal { () throws(ImportError) in try result.get() })
        #expect(refusal.place == place)
        #expect(refusal.sentence.contains("\u{201c}Wijken en buurten\u{201d}"))
        #expect(refusal.sentence.contains("export table 47022NED"))
    }

    @Test("rows of other regions are left out only when that was asked, but are read all the same")
    func selecting() throws {
        let text = Self.header + "Totaal misdrijven;2023 mei;Leersum;1\nTotaal misdrijven;2023 mei;Doorn-Centrum;2\n"
        #expect(try cells(text, selecting: true).get().map(\.count) == [.published(2)])
        let faulty = try cells(text + "Totaal misdrijven;2023 mei;Leersum;x\n", selecting: true)
        #expect(Refusal { () throws(ImportError) in try faulty.get() }?.place == "4:36")
        let other = try cells(Self.header + "Totaal misdrijven;2023 mei;Leersum;1\n", selecting: true)
        #expect(Refusal { () throws(ImportError) in try other.get() }?.sentence.contains("no row is about") == true)
    }

    @Test("a name that stands for two of the regions is refused, since rows cannot be told apart")
    func ambiguous() throws {
        let twins = [CensusRegion(code: "WK158100", name: "Doorn"), CensusRegion(code: "BU15810009", name: "Doorn")]
        let result = try cells(Self.header + "Totaal misdrijven;2023 mei;Doorn;1\n", regions: twins)
        let refusal = try #require(Refusal { () throws(ImportError) in try result.get() })
        #expect(refusal.place == "2:28")
        #expect(refusal.sentence.contains("WK158100 and BU15810009"))
    }

    @Test("the example of Doorn-Centrum holds the known counts of the area and the municipality")
    func example() throws {
        let bytes = try Examples.bytes("doorn-centrum/politiecijfers-2022-12-2023-11.csv")
        let cells = try PoliceFile(parsing: bytes, crimes: try shipped.get().crimes)
            .cells(of: [centre], and: municipality, today: day("2024-01-31"), selecting: false)
        func sum(_ crime: String, _ region: CensusRegion) -> Int {
            cells.filter { $0.crime.text == crime && $0.region == region }.compactMap(\.count.number).reduce(0, +)
        }
        #expect(sum("0.0.0", centre) == 120 && sum("2.5.2", centre) == 24 && sum("0.0.0", municipality) == 1465)
    }

    private static let shared = ProcessInfo.processInfo.environment["KEURMERK_SHARED"].map {
        URL(filePath: $0).appending(path: "data/politie/47022NED-utrechtse-heuvelrug-2022-12-2023-11.csv")
    }

    @Test(
        "the whole export of the municipality has the known rows, withheld figures and total",
        .enabled(
            if: shared.map { FileManager.default.fileExists(atPath: $0.path) } ?? false,
            "skipped: KEURMERK_SHARED names no folder with the police export"
        )
    )
    func wholeExport() throws {
        let bytes = Array(try Data(contentsOf: try #require(Self.shared)))
        let file = try PoliceFile(parsing: bytes, crimes: try shipped.get().crimes)
        #expect(file.rows.count == 27_612)
        #expect(file.rows.count { $0.count == .withheld } == 1_872)
        let total = file.rows.filter { $0.region == "Doorn-Centrum" && $0.crime.code.text == "0.0.0" }
        #expect(total.compactMap(\.count.number).reduce(0, +) == 120)
        let cells = try file.cells(of: [centre], and: municipality, today: day("2024-01-31"), selecting: true)
        #expect(cells.count == 59 * 12 * 2)
    }
}
