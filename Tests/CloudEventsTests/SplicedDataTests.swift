import CloudEvents
import Foundation
import Testing

@Suite("An event whose data are JSON already")
struct SplicedDataTests {
    @Test("has the same bytes as one whose data were read and written again")
    func sameBytes() throws {
        let payload = try JSON.encode(["naam": JSONValue.string("a/b \u{201c}c\u{201d}"), "aantal": .integer(3)])
        for correlation in [nil, "9d5e"] {
            var event = CloudEvent(id: "1", source: "urn:nld:oin:00000099000000001000:systeem:x", type: "nl.kvo.x.v1")
            event.subject = "gebied/gm1581-0001"
            event.correlation = correlation
            let spliced = try event.json(data: payload)
            event.data = try JSON.decode(JSONValue.self, from: payload)
            #expect(String(decoding: spliced, as: UTF8.self) == String(decoding: try event.json(), as: UTF8.self))
        }
    }

    @Test("is refused when it is too large, as any other")
    func tooLarge() throws {
        let event = CloudEvent(id: "1", source: "urn:x", type: "nl.kvo.x.v1")
        let payload = try JSON.encode(String(repeating: "x", count: CloudEvent.sizeLimit))
        #expect(throws: CloudEventError.self) { try event.json(data: payload) }
    }
}
