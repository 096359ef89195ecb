import FigureFiles
import Testing

@Suite("Repairs that are safe and said")
struct RepairTests {
    private let good = "2.5.2;2023 mei;Doorn;3\n"

    @Test("a line sep= is left out and said", arguments: ["sep=;\n", "\u{FEFF}\"sep=;\"\r\n", "SEP=;\n"])
    func separator(line: String) throws {
        let file = try read(line + portalHeader + good)
        #expect(file.cells == ["2.5.2 | Doorn | 2023-05 | 3"])
        #expect(file.warnings == ["a line \u{201C}sep=\u{201D} of a spreadsheet stands first; it was left out."])
        #expect(refusal(of: line + portalHeader + "2.5.2;mei;Doorn;3\n").hasPrefix("f.csv:3:7: "))
    }

    @Test("a decimal part of zeros is dropped and said once", arguments: [",0", ".0", ",00", ".00"])
    func decimals(part: String) throws {
        let file = try read(portalHeader + "2.5.2;2023 mei;Doorn;3\(part)\n2.5.1;2023 mei;Doorn;\"12\(part)\"\n")
        #expect(file.cells == ["2.5.2 | Doorn | 2023-05 | 3", "2.5.1 | Doorn | 2023-05 | 12"])
        #expect(
            file.warnings.count == 1 && file.warnings[0].contains("\u{201C}3\(part)\u{201D} on line 2 was read as 3")
        )
    }

    @Test("the star of a provisional count and no-break blanks are dropped and said")
    func stars() throws {
        let file = try read(portalHeader + "2.5.2;2023 mei;Doorn;3*\n2.5.1;2023 mei;Doorn;12\u{A0}\n")
        #expect(file.cells == ["2.5.2 | Doorn | 2023-05 | 3", "2.5.1 | Doorn | 2023-05 | 12"])
        #expect(file.warnings.count == 2 && file.warnings[0].contains("provisional"))
    }

    @Test("blank lines and empty rows at the end are left out and said", arguments: ["\n\n", ";;;\n;;;\n", "\r\n"])
    func blanks(end: String) throws {
        let file = try read(portalHeader + good + end)
        #expect(file.cells.count == 1)
        #expect(file.warnings == ["the file ends with blank lines, from line 3 on; they were left out."])
    }

    @Test("a note under the table is left out and said")
    func note() throws {
        let file = try read(portalHeader + good + "\"\u{A9} Politie / CBS\"\n")
        #expect(file.cells.count == 1 && file.warnings == ["line 3 is a note under the table; it was left out."])
    }

    @Test("a last line without its end is read and said")
    func lastLine() throws {
        let file = try read(portalHeader + good + "2.5.1;2023 mei;Doorn;12")
        #expect(file.cells.last == "2.5.1 | Doorn | 2023-05 | 12")
        #expect(
            file.warnings == ["the last line has no line end; if the file was cut off, the last count may lack digits."]
        )
    }
}
