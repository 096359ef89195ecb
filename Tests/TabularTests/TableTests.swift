import Tabular
import Testing

@Suite("Table")
struct TableTests {
    @Test("a file of the police portal is read with its mark, semicolons and empty cells")
    func portal() throws {
        let text = """
            \u{FEFF}"Soort misdrijf";"Perioden";"Wijken en buurten";"Geregistreerde misdrijven (aantal)"
            "Totaal misdrijven";"2023 mei";"Utrechtse Heuvelrug";113
            "1.4.1 Zedenmisdrijf";"2023 mei";"Utrechtse Heuvelrug";

            """
        let table = try Table(parsing: Array(text.utf8))
        #expect(table.delimiter == .semicolon)
        #expect(
            table.header == ["Soort misdrijf", "Perioden", "Wijken en buurten", "Geregistreerde misdrijven (aantal)"]
        )
        #expect(table.rows.map { $0.fields[3].text } == ["113", ""])
        #expect(table.headerRow.fields[0].place == Place(line: 1, column: 1, field: 1))
    }

    @Test("LF, CRLF and a last line without line end give the same rows")
    func lineEnds() throws {
        let expected = [["1", "2"], ["3", ""]]
        for text in ["a,b\n1,2\n3,\n", "a,b\r\n1,2\r\n3,\r\n", "a,b\r\n1,2\n3,"] {
            #expect(try texts(of: text) == expected)
        }
    }

    @Test("quotes may hold separators, doubled quotes and line breaks")
    func quotes() throws {
        let rows = try texts(of: "a,b\n\"x,\"\"y\"\"\",\"one\r\ntwo\"\n\"\",\"\"\"\"\n")
        #expect(rows == [["x,\"y\"", "one\r\ntwo"], ["", "\""]])
    }

    @Test("places count physical lines, characters and fields")
    func places() throws {
        let table = try Table(parsing: Array("naam,b\n\"één\ntwee\",é,\n".utf8.dropLast(2) + [0x0A]))
        let field = table.rows[0].fields[1]
        #expect(table.rows[0].line == 2)
        #expect(field.place == Place(line: 3, column: 7, field: 2))
        #expect(field.place.describe("no number", file: "x.csv") == "x.csv:3:7: no number")
    }

    @Test("an accented character counts as one column")
    func accents() throws {
        let table = try Table(parsing: Array("a;b\néé€😀;x\n".utf8))
        #expect(table.rows[0].fields[1].column == 6)
    }

    @Test("a header alone is a table without rows, a separator free header a table of one column")
    func small() throws {
        #expect(try Table(parsing: Array("a,b".utf8)).rows.isEmpty)
        #expect(try texts(of: "naam\nx\n\ny\n") == [["x"], [""], ["y"]])
    }

    @Test("the separator is read from the header outside quotes only")
    func detection() throws {
        #expect(try Table(parsing: Array("\"a,b\";c\n1,2;3\n".utf8)).rows[0].fields[0].text == "1,2")
        #expect(throws: TabularError.undecidedDelimiter) { try Table(parsing: Array("a,b;c\n".utf8)) }
        let given = try Table(parsing: Array("a,b;c\n1;2\n".utf8), delimiter: .semicolon)
        #expect(given.header == ["a,b", "c"])
    }

    @Test("required columns are found wherever they stand")
    func columns() throws {
        let table = try Table(parsing: Array("c,a,b\n3,1,2\n".utf8))
        let columns = try table.requireColumns(["a", "b"])
        #expect(columns["b"] == 2)
        #expect(columns.field("a", of: table.rows[0]).text == "1")
    }

    @Test("missing columns are refused together, with what was found")
    func missingColumns() throws {
        let table = try Table(parsing: Array("a,b\n".utf8))
        let error = #expect(throws: TabularError.self) { try table.requireColumns(["x", "a", "y"]) }
        #expect(
            error?.describe(file: "in.csv")
                == """
                in.csv:1:1: the header lacks "x", "y"; it has "a", "b"; add or rename the columns
                """
        )
    }

    @Test("a column that occurs twice is refused at its second place, but only when it is asked for")
    func duplicateColumns() throws {
        let table = try Table(parsing: Array("a,b,a\n".utf8))
        #expect(throws: TabularError.duplicateColumn("a", first: 1, Place(line: 1, column: 5, field: 3))) {
            try table.requireColumns(["a"])
        }
        #expect(try table.requireColumns(["b"])["b"] == 1)
    }

    @Test("asking for a column that was not required stops the program")
    func unrequiredColumn() async {
        await #expect(processExitsWith: .failure) {
            _ = try Table(parsing: Array("a,b\n".utf8)).requireColumns(["a"])["b"]
        }
    }
}

/// Reads a text and keeps only the field texts of its rows.
private func texts(of text: String) throws -> [[String]] {
    try Table(parsing: Array(text.utf8)).rows.map { $0.fields.map(\.text) }
}
