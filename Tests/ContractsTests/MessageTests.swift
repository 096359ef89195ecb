import CloudEvents
import Contracts
import FoundationEssentials
import Scheme
import Testing

@Suite("A message between a client and a service")
struct MessageTests {
    private func mark(_ offset: Int64 = 7) -> FeedMark { FeedMark(feed: "registry", epoch: "e", offset: offset) }

    @Test("of a command comes back from JSON as it was, with and without its optional members")
    func request() throws {
        let issuer = Issuer(organisation: try #require(OrganisationID("gemeente-zeist")), role: "projectleider")
        let full = CommandRequest(
            key: UUID(),
            type: "registry.start-run",
            expectedRevision: 3,
            deadline: 1_795_000_000_000_000,
            issuedBy: issuer,
            after: [mark()],
            body: .object(["run": .string("gm1581-0007-t1"), "count": .integer(.max), "share": .number(0.1)])
        )
        let bare = CommandRequest(key: UUID(), type: "registry.start-run", issuedBy: issuer, body: .null)
        for request in [full, bare] {
            #expect(try JSON.decode(CommandRequest.self, from: JSON.encode(request)) == request)
        }
        #expect(issuer.description == "gemeente-zeist/projectleider")
    }

    @Test("is the same bytes whenever it is the same command, on which digests rely")
    func sameBytes() throws {
        let body = JSONValue.object(["b": .integer(1), "a": .array([.bool(true), .null]), "c": .string("e/s/")])
        #expect(try String(decoding: JSON.encode(body), as: UTF8.self) == #"{"a":[true,null],"b":1,"c":"e/s/"}"#)
    }

    @Test("of a reply comes back from JSON as it was", arguments: [true, false])
    func reply(isFull: Bool) throws {
        let done = CommandReply.done(
            CommandReply.Done(
                stream: isFull ? "traject/gm1581-0007-t1" : nil,
                revision: isFull ? 4 : nil,
                events: isFull ? [RunStarted.type] : [],
                mark: isFull ? mark() : nil,
                result: isFull ? .object(["run": .string("gm1581-0007-t1")]) : nil
            )
        )
        let refused = CommandReply.refused(
            CommandReply.Refused(
                code: .refused,
                gate: isFull ? Gate.surveyResponse.rawValue : nil,
                message: "step 2 (Veiligheidsanalyse) cannot end.",
                place: isFull ? FilePlace(file: "enquete.csv", line: 3, column: 14) : nil
            )
        )
        for reply in [done, refused] {
            #expect(try JSON.decode(CommandReply.self, from: JSON.encode(reply)) == reply)
        }
    }

    @Test(
        "of a refusal has a code that programs know by this name",
        arguments: [
            (CommandReply.Code.refused, "refused"), (.invalid, "invalid"), (.conflict, "conflict"),
            (.mismatch, "mismatch"),
            (.expired, "expired"), (.unknown, "unknown"), (.busy, "busy"), (.failed, "failed"),
        ]
    )
    func codes(code: CommandReply.Code, name: String) throws {
        let json = try JSON.value(of: CommandReply.refused(CommandReply.Refused(code: code, message: "no")))
        #expect(json["refused"]?["code"] == .string(name))
    }

    @Test("that is neither done nor refused is no reply")
    func neither() {
        #expect(throws: DecodingError.self) { try JSON.decode(CommandReply.self, from: Data("{}".utf8)) }
    }

    @Test("carries a delivered file as it is, whatever its bytes")
    func deliveredFile() throws {
        let file = DeliveredFile(name: "cijfers.csv", content: Data(UInt8.min...UInt8.max))
        let json = try JSON.value(of: file)
        #expect(json["content"]?.text?.hasPrefix("AAECAw") == true)
        #expect(try JSON.decode(DeliveredFile.self, from: json) == file)
    }

    @Test("of a query and its answer about a service comes back as it was")
    func status() throws {
        let query = QueryRequest(type: StatusQuery.name, after: [mark()], body: try JSON.value(of: StatusQuery()))
        #expect(try JSON.decode(QueryRequest.self, from: JSON.encode(query)) == query)
        let status = ServiceStatus(
            service: "registry",
            version: ProductVersion.text,
            date: try #require(CalendarDate("2026-11-23")),
            clockIsSet: true,
            head: mark(),
            heard: [mark(3)],
            consumers: ["analysis": 6]
        )
        #expect(try JSON.decode(ServiceStatus.self, from: JSON.encode(status)) == status)
        let clock = SetClock(date: status.date)
        #expect(try JSON.value(of: clock) == .object(["date": .string("2026-11-23")]))
    }
}
