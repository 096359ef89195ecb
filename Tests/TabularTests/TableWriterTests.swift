import Tabular
import Testing

@Suite("Written file")
struct TableWriterTests {
    @Test("only fields that need quotes get them")
    func quoting() throws {
        var writer = try TableWriter(header: ["naam", "plaats"], delimiter: .semicolon, lineEnding: .lf)
        try writer.append(["Jansen & Zn.", "hal 2; \"links\""])
        try writer.append(["1,5", " x"])
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "naam;plaats\nJansen & Zn.;\"hal 2; \"\"links\"\"\"\n\"1,5\";\" x\"\n"
        )
    }

    @Test("a byte-order mark and CRLF are written on request")
    func mark() throws {
        let writer = try TableWriter(header: ["a"], lineEnding: .crlf, byteOrderMark: true)
        #expect(writer.bytes == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
    }

    @Test("whatever is written is read back the same", arguments: Delimiter.allCases, [1, 2, 3])
    func roundTrip(delimiter: Delimiter, width: Int) throws {
        let pieces = [
            "", " ", "\"", ",", ";", "\n", "\r", "\r\n", "é", "e\u{301}", "😀", "\u{FEFF}", "'", "=", "x", "1",
        ]
        var state: UInt64 = 20_231_130
        func pick() -> String {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return pieces[Int(state >> 33) % pieces.count]
        }
        for byteOrderMark in [false, true] {
            let rows = (0..<400).map { _ in (0..<width).map { _ in pick() + pick() + pick() } }
            let header = (0..<width).map { "k\($0)" + pick() + pick() }
            var writer = try TableWriter(header: header, delimiter: delimiter, byteOrderMark: byteOrderMark)
            for row in rows { try writer.append(row) }
            let table = try Table(parsing: writer.bytes)
            #expect(table.header.map { Array($0.utf8) } == header.map { Array($0.utf8) })
            #expect(
                table.rows.map { $0.fields.map { Array($0.text.utf8) } } == rows.map { $0.map { Array($0.utf8) } }
            )
        }
    }

    @Test("a formula is kept, prefixed or refused as the policy says, and a number is never one")
    func formulas() throws {
        let row = ["=1+1", "@SUM(A1)", "+31 (0)30", "-5,25", "+7", "\tx", "a=b"]
        let header = row.indices.map(String.init)
        func written(_ policy: TableWriter.FormulaPolicy) throws -> [String] {
            var writer = try TableWriter(header: header, formulas: policy)
            try writer.append(row)
            return try Table(parsing: writer.bytes).rows[0].fields.map(\.text)
        }
        #expect(try written(.keep) == row)
        #expect(
            try written(.prefixApostrophe)
                == ["'=1+1", "'@SUM(A1)", "'+31 (0)30", "-5,25", "+7", "'\tx", "a=b"]
        )
        #expect(throws: TabularError.formula("=1+1", Place(line: 2, column: 1, field: 1))) {
            try written(.refuse)
        }
    }

    @Test("a row of another width or with a zero byte is refused and leaves the file as it was")
    func refusals() throws {
        var writer = try TableWriter(header: ["a", "b"])
        let before = writer.bytes
        #expect(throws: TabularError.raggedRow(expected: 2, found: 1, Place(line: 2, column: 1, field: 1))) {
            try writer.append(["x"])
        }
        #expect(throws: TabularError.nullByte(Place(line: 2, column: 1, field: 2))) {
            try writer.append(["x", "\0"])
        }
        #expect(writer.bytes == before)
    }
}
