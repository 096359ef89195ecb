import Tabular
import Testing

@Suite("Record reader")
struct RecordReaderTests {
    @Test("records come one by one with their lines, and then nil for good")
    func records() throws {
        var reader = try RecordReader(Array("a;b\n\"1\n2\";3\nx\n".utf8))
        #expect(reader.delimiter == .semicolon)
        #expect(try reader.next()?.fields.map(\.text) == ["a", "b"])
        #expect(try reader.next()?.fields.map(\.text) == ["1\n2", "3"])
        let last = try reader.next()
        #expect(last?.line == 4)
        #expect(last?.fields.map(\.text) == ["x"])
        #expect(try reader.next() == nil)
        #expect(try reader.next() == nil)
    }
}
