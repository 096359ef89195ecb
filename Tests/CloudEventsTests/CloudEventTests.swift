import CloudEvents
import Foundation
import Testing

@Suite("A cloud event")
struct CloudEventTests {
    /// The event of the bus contract, as members that a case can change.
    static let members: [String: JSONValue] = [
        "specversion": .string("1.0"),
        "id": .string("8d3a1c0e-5a8f-4a0b-9d7e-0f6f6a4c9b11"),
        "source": .string("urn:nld:oin:00000099000000001000:systeem:certificering"),
        "type": .string("nl.kvo.certificaat-verleend.v1"),
        "subject": .string("certificaat/2026-000123"),
        "time": .string("2026-11-23T20:45:00.25Z"),
        "sequence": .string("00000000000000000042"),
        "traceparent": .string("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        "datacontenttype": .string("application/json"),
        "data": .object(["geldig": .bool(true), "sterren": .integer(3)]),
    ]

    private static func read(_ changes: [String: JSONValue], without absent: String? = nil) throws -> CloudEvent {
        let members = members.merging(changes) { $1 }.filter { $0.key != absent }
        return try CloudEvent(json: JSON.encode(JSONValue.object(members)))
    }

    private static func refusal(_ changes: [String: JSONValue], without absent: String? = nil) -> CloudEventError? {
        do {
            _ = try read(changes, without: absent)
            return nil
        } catch {
            return error as? CloudEventError
        }
    }

    @Test("is read with every attribute in its place")
    func attributes() throws {
        let event = try Self.read([:])
        #expect(event.id == "8d3a1c0e-5a8f-4a0b-9d7e-0f6f6a4c9b11")
        #expect(event.source == "urn:nld:oin:00000099000000001000:systeem:certificering")
        #expect(event.type == "nl.kvo.certificaat-verleend.v1")
        #expect(event.subject == "certificaat/2026-000123")
        #expect(event.time == "2026-11-23T20:45:00.25Z")
        #expect(event.sequence == "00000000000000000042")
        #expect(event.data?["sterren"] == .integer(3))
        #expect(event.extensions.keys.sorted() == ["traceparent"])
    }

    @Test("is written as the same members that were read")
    func roundTrip() throws {
        let written = try Self.read(["correlationid": .string("c"), "causationid": .string("d")]).json()
        var expected = Self.members
        expected["correlationid"] = .string("c")
        expected["causationid"] = .string("d")
        #expect(try JSON.decode([String: JSONValue].self, from: written) == expected)
        #expect(try CloudEvent(json: written).json() == written)
    }

    @Test("needs no more than the four required attributes")
    func minimum() throws {
        let json = Data(#"{"specversion":"1.0","id":"1","source":"/a","type":"t"}"#.utf8)
        let event = try CloudEvent(json: json)
        #expect(event == CloudEvent(id: "1", source: "/a", type: "t"))
        #expect(try event.json() == Data(#"{"id":"1","source":"/a","specversion":"1.0","type":"t"}"#.utf8))
    }

    @Test("counts an attribute that is null as not there", arguments: ["subject", "time", "data", "dataref"])
    func null(_ name: String) throws {
        #expect(try Self.read([name: .null]) == Self.read([:], without: name))
    }

    @Test("is refused without a required attribute", arguments: ["id", "source", "type"])
    func required(_ name: String) {
        #expect(Self.refusal([:], without: name) == .missing(name))
        #expect(Self.refusal([name: .null]) == .missing(name))
        #expect(Self.refusal([name: .string("")]) == .missing(name))
    }

    @Test("is refused in another version of the specification", arguments: ["9", "0.3", ""])
    func version(_ version: String) {
        #expect(Self.refusal(["specversion": .string(version)])?.attribute == "specversion")
        #expect(Self.refusal([:], without: "specversion")?.attribute == "specversion")
    }

    @Test(
        "is refused when an attribute breaks its rule",
        arguments: [
            ("Bad_Name", JSONValue.string("x")), ("grüße", .string("x")), ("", .string("x")),
            (String(repeating: "a", count: 21), .string("x")),
            ("extra", .object(["a": .integer(1)])), ("extra", .array([])), ("extra", .number(1.5)),
            ("extra", .integer(2_147_483_648)), ("extra", .integer(-2_147_483_649)),
            ("subject", .string("")), ("subject", .integer(1)), ("id", .bool(true)),
            ("source", .string("urn:a b")), ("source", .string("urn:a\nb")), ("source", .string("urn:ä")),
            ("source", .string("<urn>")),
            ("datacontenttype", .string("text/xml")), ("datacontenttype", .integer(1)),
        ]
    )
    func rule(_ name: String, _ value: JSONValue) {
        #expect(Self.refusal([name: value])?.attribute == name)
    }

    @Test("may have extensions that are texts, booleans and 32-bit integers")
    func extensions() throws {
        let event = try Self.read([
            "a1": .string(""), "b": .bool(false), "c": .integer(2_147_483_647), "d": .integer(-2_147_483_648),
        ])
        #expect(event.extensions["c"] == .integer(2_147_483_647))
        #expect(event.extensions.count == 5)
        #expect(try CloudEvent(json: event.json()) == event)
    }

    @Test("has data or data_base64, never both")
    func binaryData() throws {
        #expect(Self.refusal(["data_base64": .string("AQI=")])?.attribute == "data")
        #expect(Self.refusal(["data": .null, "data_base64": .string("not base64!")])?.attribute == "data_base64")
        let changes: [String: JSONValue] = ["data_base64": .string("AQI="), "datacontenttype": .string("image/png")]
        let image = try Self.read(changes, without: "data")
        #expect(image.data == nil)
        let written = try JSON.decode(JSONValue.self, from: image.json())
        #expect(written["datacontenttype"] == .string("image/png"))
        #expect(written["data_base64"] == .string("AQI="))
    }

    @Test("keeps the name of another JSON format of its data")
    func jsonFormat() throws {
        let event = try Self.read(["datacontenttype": .string("application/geo+json")])
        #expect(
            try JSON.decode(JSONValue.self, from: event.json())["datacontenttype"] == .string("application/geo+json")
        )
    }

    @Test(
        "may have any time of RFC 3339",
        arguments: [
            "2026-11-23T20:45:00Z", "2026-11-23T20:45:00+01:00", "2026-11-23T20:45:00.1-00:00", "2024-02-29T00:00:00Z",
            "2000-02-29T00:00:00Z", "1990-12-31T23:59:60Z", "2026-11-23t20:45:00.123456789z",
        ]
    )
    func time(_ time: String) throws {
        #expect(try Self.read(["time": .string(time)]).time == time)
    }

    @Test(
        "is refused with a time that RFC 3339 does not know",
        arguments: [
            "", "2026-11-23", "2026-11-23T20:45:00", "2026-11-23 20:45:00Z", "2026-11-23T20:45:00Zoo",
            "2026-11-23T20:45Z", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
            "2026-04-31T00:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T20:60:00Z", "2026-11-23T20:45:61Z",
            "2026-11-23T20:45:00.Z", "2026-11-23T20:45:00+0100", "2026-11-23T20:45:00+24:00", "26-11-23T20:45:00Z",
            "yesterday", "２０２６-11-23T20:45:00Z",
        ]
    )
    func badTime(_ time: String) {
        #expect(Self.refusal(["time": .string(time)])?.attribute == "time")
    }

    @Test("is refused when it is not a JSON object", arguments: ["", "[]", "3", "null", "{", "\u{0}", #"{"id":}"#])
    func notAnObject(_ text: String) {
        let error = #expect(throws: CloudEventError.self) { try CloudEvent(json: Data(text.utf8)) }
        guard case .notAnObject? = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }

    @Test("may have 65 536 bytes and not one more, read or written")
    func size() throws {
        var event = CloudEvent(id: "1", source: "/a", type: "t")
        event.data = .string("")
        let room = CloudEvent.sizeLimit - (try event.json().count)
        event.data = .string(String(repeating: "x", count: room))
        let largest = try event.json()
        #expect(largest.count == 65_536)
        #expect(try CloudEvent(json: largest) == event)
        event.data = .string(String(repeating: "x", count: room + 1))
        let refusal = CloudEventError.tooLarge(bytes: 65_537, limit: 65_536)
        #expect(throws: refusal) { try event.json() }
        #expect(throws: refusal) { try CloudEvent(json: largest + Data(" ".utf8)) }
    }

    @Test("is not written when it breaks a rule that it would be refused for")
    func writing() throws {
        var event = try Self.read([:])
        event.id = ""
        #expect(throws: CloudEventError.missing("id")) { try event.json() }
        event.id = "1"
        event.extensions["extra"] = .null
        #expect(throws: CloudEventError.self) { try event.json() }
    }

    @Test("never crashes its reader, whatever the bytes")
    func garbage() throws {
        let valid = try Self.read([:]).json()
        var state: UInt64 = 7
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        var refused = 0
        for _ in 0..<3000 {
            var bytes = Array(valid)
            for _ in 0...(next() % 3) { bytes[next() % bytes.count] = UInt8(truncatingIfNeeded: next()) }
            if next() % 5 == 0 { bytes.removeLast(next() % bytes.count) }
            do {
                let event = try CloudEvent(json: Data(bytes))
                #expect(try CloudEvent(json: event.json()) == event)
            } catch is CloudEventError {
                refused += 1
            }
        }
        #expect(refused > 1000)
    }

    @Test(
        "numbers its place with 20 digits, which sort as the numbers do",
        arguments: [0, 9, 10, 42, 1 << 40, Int64.max]
    )
    func sequence(_ number: Int64) {
        let text = CloudEvent.sequenceText(number)
        #expect(text.utf8.count == 20)
        #expect(Int64(text) == number)
        #expect(number == 0 || CloudEvent.sequenceText(number - 1) < CloudEvent.sequenceText(number))
    }

    @Test("tells a person what was refused and why")
    func sentences() {
        #expect(
            CloudEventError.missing("id").description
                == "the event is refused: the attribute \u{201c}id\u{201d} is missing or empty."
        )
        #expect(CloudEventError.tooLarge(bytes: 70_000, limit: 65_536).description.contains("dataref"))
    }
}

extension CloudEventError {
    /// The attribute that broke its rule.
    fileprivate var attribute: String? {
        guard case .invalid(let attribute, _) = self else { return nil }
        return attribute
    }
}
