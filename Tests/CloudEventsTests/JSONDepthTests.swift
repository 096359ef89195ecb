import CloudEvents
import Foundation
import Testing

@Suite("The depth of JSON")
struct JSONDepthTests {
    private func nested(_ depth: Int) -> Data {
        Data((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }

    @Test("is bounded, because the cost of reading grows faster than the depth")
    func bounded() throws {
        _ = try JSON.decode(JSONValue.self, from: nested(JSON.depthLimit))
        #expect(throws: JSONDepthError.self) { try JSON.decode(JSONValue.self, from: nested(JSON.depthLimit + 1)) }
        #expect(throws: JSONDepthError.self) { try JSON.decode(JSONValue.self, from: nested(3_000_000)) }
    }

    @Test("counts no brackets in texts, also after an escaped quote")
    func texts() throws {
        let brackets = String(repeating: "[{", count: 100)
        let value = try JSON.decode(JSONValue.self, from: Data(#"["\#(brackets)\"\#(brackets)","\\"]"#.utf8))
        #expect(value == .array([.string(brackets + "\"" + brackets), .string("\\")]))
    }
}
