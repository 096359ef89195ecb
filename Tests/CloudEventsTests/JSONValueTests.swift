import CloudEvents
import Foundation
import Testing

@Suite("A JSON value")
struct JSONValueTests {
    @Test(
        "keeps its kind through writing and reading",
        arguments: [
            (#"null"#, JSONValue.null), ("true", .bool(true)), ("0", .integer(0)), ("1", .integer(1)),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("0.5", .number(0.5)), (#""1""#, .string("1")), (#""a/b""#, .string("a/b")),
            (#"[1,"x",null]"#, .array([.integer(1), .string("x"), .null])),
            (#"{"a":{},"b":[]}"#, .object(["a": .object([:]), "b": .array([])])),
        ]
    )
    func kinds(_ text: String, _ value: JSONValue) throws {
        #expect(try JSON.decode(JSONValue.self, from: Data(text.utf8)) == value)
        #expect(try JSON.encode(value) == Data(text.utf8))
    }

    @Test("of more digits than a double has is the whole number that it is rounded to")
    func rounded() throws {
        let value = try JSON.decode(JSONValue.self, from: Data("9007199254740991000.5".utf8))
        #expect(value == .integer(9_007_199_254_740_990_976))
        #expect(try JSON.decode(JSONValue.self, from: JSON.encode(value)) == value)
    }

    @Test("gives the same bytes for the same members in any order")
    func order() throws {
        let one = try JSON.decode(JSONValue.self, from: Data(#"{"b":1,"a":2,"é":3}"#.utf8))
        let other = try JSON.decode(JSONValue.self, from: Data(#"{"é":3, "a":2, "b":1}"#.utf8))
        #expect(try JSON.encode(one) == JSON.encode(other))
    }

    @Test("refuses nesting beyond 32 and without end instead of crashing", arguments: ["[", #"{"a":"#])
    func depth(_ opening: String) throws {
        func read(_ depth: Int) throws {
            let closing = String(repeating: opening == "[" ? "]" : "}", count: depth)
            let text = String(repeating: opening, count: depth) + "0" + closing
            _ = try JSON.decode(JSONValue.self, from: Data(text.utf8))
        }
        try read(32)
        #expect(throws: JSONDepthError.self) { try read(33) }
        let endless = Data(String(repeating: opening, count: 100_000).utf8)
        #expect(throws: JSONDepthError.self) { try JSON.decode(JSONValue.self, from: endless) }
    }

    @Test("counts no brackets in texts, and those after a text with quotes in it")
    func bracketsInTexts() throws {
        let open = String(repeating: "[", count: 100)
        let value = try JSON.decode(JSONValue.self, from: Data(#"["\#(open)\"\#(open)","\\",0]"#.utf8))
        #expect(value == .array([.string(open + "\"" + open), .string("\\"), .integer(0)]))
        #expect(throws: JSONDepthError.self) {
            try JSON.decode(JSONValue.self, from: Data(#"["\\",\#(open)"#.utf8))
        }
    }

    @Test("tells where a value does not fit its type")
    func place() {
        struct Place: Codable { let line: Int }
        struct Delivery: Codable { let place: Place }
        let wrong = #expect(throws: (any Error).self) {
            try JSON.decode(Delivery.self, from: Data(#"{"place":{"line":"3"}}"#.utf8))
        }
        #expect(wrong.map(JSON.describe)?.contains("\u{201c}place.line\u{201d}") == true)
        let missing = #expect(throws: (any Error).self) {
            try JSON.decode(Delivery.self, from: Data(#"{"place":{}}"#.utf8))
        }
        #expect(missing.map(JSON.describe) == "\u{201c}line\u{201d} is missing in \u{201c}place\u{201d}")
    }
}
