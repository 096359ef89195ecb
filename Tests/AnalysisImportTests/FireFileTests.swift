import AnalysisDomain
import AnalysisImport
import Scheme
import Testing

@Suite("Fire figures file")
struct FireFileTests {
    private func read(_ text: String) throws -> Result<[FireCell], ImportError> {
        let categories = try shipped.get().fireCategories
        return Result { () throws(ImportError) in
            try FireFile.read(Array(text.utf8), categories: categories, today: day("2024-01-31"))
        }
    }

    @Test("figures are read with comma or semicolon, and zero is a figure")
    func reading() throws {
        let cells = try read("categorie,periode,aantal\ngebouwbrand,2023-12,0\noverig,2023-12, 3\n").get()
        let month = try #require(CalendarMonth("2023-12"))
        #expect(
            cells == [
                FireCell(category: made(FireCategoryCode("gebouwbrand")), month: month, count: 0),
                FireCell(category: made(FireCategoryCode("overig")), month: month, count: 3),
            ]
        )
    }

    @Test(
        "a faulty row is refused with the line and the column",
        arguments: [
            ("2023-13;overig;1", "3:1", "\u{201c}2023-13\u{201d} is not a period; write it as 2026-11"),
            ("2024-02;overig;1", "3:1", "is not over yet"),
            ("2024-01;overig;1", "3:1", "is not over yet"),
            ("2023-11;kat in boom;1", "3:9", "\u{201c}kat in boom\u{201d} is no categorie"),
            ("2023-11;;1", "3:9", "\u{201c}categorie\u{201d} is empty"),
            ("2023-11;overig;", "3:16", "\u{201c}aantal\u{201d} is empty"),
            ("2023-11;overig;-1", "3:16", "is not a whole number from 0"),
            ("2023-11;overig;1.5", "3:16", "is not a whole number from 0"),
            ("2023-12;overig;5", "3:9", "overig in 2023-12 already stands on line 2"),
            ("2023-11;overig", "3:9", "the row has 2 fields"),
        ]
    )
    func refusals(row: String, place: String, words: String) throws {
        let result = try read("periode;categorie;aantal\n2023-12;overig;1\n\(row)\n")
        let refusal = try #require(Refusal { () throws(ImportError) in try result.get() })
        #expect(refusal.place == place)
        #expect(refusal.sentence.contains(words))
    }

    @Test("an unknown column is refused with its place")
    func column() throws {
        let result = try read("periode;categorie;aantal;bron\n2023-12;overig;1;x\n")
        #expect(Refusal { () throws(ImportError) in try result.get() }?.place == "1:26")
    }

    @Test(
        "the example figures cover ten categories in twelve months",
        arguments: ["doorn-centrum", "de-meent"],
        [0, 1]
    )
    func examples(area: String, measurement: Int) throws {
        let cells = try FireFile.read(
            try Examples.bytes("\(area)/brandweercijfers-\(measurement)-meting.csv"),
            categories: try shipped.get().fireCategories,
            today: day("2026-01-01")
        )
        #expect(cells.count == 120)
    }
}
