import Foundation
import Tabular
import Testing

@Suite("Example data")
struct ExampleFileTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Examples")

    private func table(_ path: String) throws -> Table {
        try Table(parsing: Array(Data(contentsOf: Self.folder.appending(path: path))))
    }

    @Test("the real police figures give the known yearly counts and withheld cells")
    func police() throws {
        let table = try table("doorn-centrum/politiecijfers-2022-12-2023-11.csv")
        let columns = try table.requireColumns([
            "Soort misdrijf", "Perioden", "Wijken en buurten", "Geregistreerde misdrijven (aantal)",
        ])
        func counts(_ crime: String) -> [String] {
            table.rows.filter {
                columns.field("Wijken en buurten", of: $0).text == "Doorn-Centrum"
                    && columns.field("Soort misdrijf", of: $0).text == crime
            }.map { columns.field("Geregistreerde misdrijven (aantal)", of: $0).text }
        }
        #expect(counts("Totaal misdrijven").compactMap { Int($0) }.reduce(0, +) == 120)
        #expect(counts("2.5.2 Winkeldiefstal").compactMap { Int($0) }.reduce(0, +) == 24)
        #expect(counts("1.4.1 Zedenmisdrijf") == Array(repeating: "", count: 12))
    }

    @Test(
        "every generated file has the announced columns",
        arguments: ["doorn-centrum", "de-meent"],
        [
            ("vestigingen.csv", ["vestigingsnummer", "naam", "branche"]),
            ("enquete-0-meting.csv", ["respondent", "B1", "K2"]),
            ("enquete-1-meting.csv", ["respondent", "B1", "K2"]),
            ("schouw-0-meting.csv", ["ronde", "datum", "omschrijving", "rd_x", "rd_y", "opgelost_op"]),
            ("schouw-1-meting.csv", ["ronde", "datum", "omschrijving", "rd_x", "rd_y", "opgelost_op"]),
            ("brandweercijfers-0-meting.csv", ["periode", "categorie", "aantal"]),
            ("brandweercijfers-1-meting.csv", ["periode", "categorie", "aantal"]),
        ]
    )
    func generated(area: String, file: (name: String, columns: [String])) throws {
        let table = try table("\(area)/\(file.name)")
        #expect(table.delimiter == .semicolon)
        _ = try table.requireColumns(file.columns)
        #expect(!table.rows.isEmpty)
    }
}
