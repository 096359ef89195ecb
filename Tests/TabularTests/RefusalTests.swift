import Tabular
import Testing

@Suite("Refused file")
struct RefusalTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let error: TabularError

        init(_ name: String, _ bytes: [UInt8], _ error: TabularError) {
            testDescription = name
            self.bytes = bytes
            self.error = error
        }

        init(_ name: String, _ text: String, _ error: TabularError) {
            self.init(name, Array(text.utf8), error)
        }
    }

    static let examples = [
        Example("no bytes", "", .empty),
        Example("only a byte-order mark", "\u{FEFF}", .empty),
        Example("a first line that is empty", "\na,b\n", .empty),
        Example("a short row", "a,b\n1,2\n3\n", .raggedRow(expected: 2, found: 1, at(3, 1, 1))),
        Example("a long row", "a,b\n1,2,3\n", .raggedRow(expected: 2, found: 3, at(2, 5, 3))),
        Example("an empty line", "a,b\n1,2\n\n3,4\n", .blankLine(at(3, 1, 1))),
        Example("a quote in the middle", "a,b\n1,x\"y\n", .strayQuote(at(2, 4, 2))),
        Example("a blank before a quote", "a,b\n1, \"y\"\n", .strayQuote(at(2, 4, 2))),
        Example("text after a quote", "a,b\n\"1\"x,2\n", .textAfterQuote(at(2, 4, 1))),
        Example("a quote left open", "a,b\n1,\"x\n3,4\n", .unterminatedQuote(at(2, 3, 2))),
        Example("a doubled quote left open", "a,b\n1,\"x\"\"", .unterminatedQuote(at(2, 3, 2))),
        Example("a carriage return alone", "a,b\r1,2\r", .bareCarriageReturn(at(1, 4, 2))),
        Example("a zero byte", "a,b\n1,\0\n", .nullByte(at(2, 3, 2))),
        Example("a zero byte in quotes", "a,b\n1,\"x\0\"\n", .nullByte(at(2, 5, 2))),
        Example("UTF-16", [0xFF, 0xFE, 0x61, 0x00], .nullByte(at(1, 4, 1))),
        Example("Latin-1", Array("a,b\n1,caf".utf8) + [0xE9, 0x0A], .invalidUTF8(at(2, 6, 2))),
        Example(
            "an overlong form in quotes after a line break",
            Array("a,b\n1,\"é\nx".utf8) + [0xC0, 0x80, 0x22],
            .invalidUTF8(at(3, 2, 2))
        ),
        Example("a surrogate", Array("a\n".utf8) + [0xED, 0xA0, 0x80], .invalidUTF8(at(2, 1, 1))),
    ]

    @Test("a fault is refused at its place", arguments: examples)
    func fault(_ example: Example) {
        #expect(throws: example.error) { try Table(parsing: example.bytes) }
    }

    @Test("a file over a limit is refused and one at the limit is read")
    func limits() throws {
        let bytes = Array("a,b\n12,3\n\"4\"\"\",5\n".utf8)
        let exact = Limits(bytes: bytes.count, rows: 2, fieldsPerRow: 2, fieldBytes: 3)
        #expect(try Table(parsing: bytes, limits: exact).rows.count == 2)

        #expect(throws: TabularError.tooManyBytes(found: bytes.count, limit: bytes.count - 1)) {
            try Table(parsing: bytes, limits: Limits(bytes: bytes.count - 1))
        }
        #expect(throws: TabularError.tooManyRows(limit: 1, at(3, 1, 1))) {
            try Table(parsing: bytes, limits: Limits(rows: 1))
        }
        #expect(throws: TabularError.tooManyFields(limit: 1, at(1, 3, 2))) {
            try Table(parsing: bytes, limits: Limits(fieldsPerRow: 1))
        }
        #expect(throws: TabularError.fieldTooLong(limit: 1, at(2, 1, 1))) {
            try Table(parsing: bytes, limits: Limits(fieldBytes: 1))
        }
        #expect(throws: TabularError.fieldTooLong(limit: 2, at(3, 1, 1))) {
            try Table(parsing: bytes, limits: Limits(fieldBytes: 2))
        }
    }

    @Test("a message names file, line and column, and the whole file when no place is at fault")
    func messages() {
        #expect(
            TabularError.raggedRow(expected: 4, found: 3, at(7, 12, 3)).describe(file: "in.csv")
                == "in.csv:7:12: the row has 3 fields where the header has 4; complete the row or quote its separators"
        )
        #expect(
            TabularError.tooManyBytes(found: 9, limit: 8).describe(file: "in.csv")
                == "in.csv: the file has 9 bytes and at most 8 are accepted; split it into smaller files"
        )
    }

    @Test("damaged bytes never stop the program and are refused at a place inside the file", .timeLimit(.minutes(1)))
    func damage() {
        let original = Array("\u{FEFF}a;\"b\"\r\n\"é\"\"\n\";2\r\n3;€\n".utf8)
        let replacements: [UInt8] = [0, 10, 13, 34, 44, 59, 65, 0x80, 0xBF, 0xC3, 0xE2, 0xFF]
        for first in original.indices {
            for second in first..<original.count {
                for replacement in replacements {
                    var bytes = original
                    bytes[first] = replacement
                    bytes.remove(at: second)
                    let lines = bytes.count { $0 == 10 } + 1
                    do throws(TabularError) {
                        let table = try Table(parsing: bytes)
                        #expect(table.rows.allSatisfy { $0.fields.count == table.header.count })
                    } catch {
                        guard let place = error.place else { continue }
                        #expect((1...lines).contains(place.line))
                        #expect((1...bytes.count + 1).contains(place.column))
                    }
                }
            }
        }
    }
}

private func at(_ line: Int, _ column: Int, _ field: Int) -> Place {
    Place(line: line, column: column, field: field)
}
