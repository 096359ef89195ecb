import FoundationEssentials
import Scheme
import Testing

@Suite("An identifier")
struct IdentifierTests {
    /// A text and whether it is accepted.
    typealias Row = (text: String, isAccepted: Bool)

    private func check(_ rows: [Row], _ make: (String) -> String?, at location: SourceLocation = #_sourceLocation) {
        for (text, isAccepted) in rows {
            #expect(make(text) == (isAccepted ? text : nil), "\u{201c}\(text)\u{201d}", sourceLocation: location)
        }
    }

    @Test("of a municipality is GM and four digits, and not the unknown one")
    func municipality() {
        check(
            [
                ("GM1581", true), ("GM0003", true), ("GM0000", false), ("gm1581", false), ("GM158", false),
                ("GM15811", false), ("GM158a", false), ("1581", false), ("", false), ("GM١٥٨١", false),
            ]
        ) { MunicipalityCode($0)?.text }
    }

    @Test("of a region may hold letters, and the regions \u{201c}onbekend\u{201d} are refused")
    func region() {
        check(
            [
                ("WK158100", true), ("BU15810000", true), ("WK0363AA", true), ("BU0363AD03", true),
                ("BU0363AA00", true),
                ("WK000000", false), ("BU00000000", false), ("GM1581", false), ("NL00", false), ("WK0363aa", false),
                ("BU0363ADX3", false), ("WK036", false), ("WK0363AA1", false), ("BU0363AD0", false),
                ("WKA363AA", false),
                ("BU0363 D03", false), ("wk158100", false), ("BU1581000", false), ("WK158100  ", false), ("", false),
            ]
        ) { RegionCode($0)?.text }
        #expect(RegionCode("BU0363AD03")?.municipality?.text == "GM0363")
        #expect(RegionCode("WK158100")?.municipality?.topicSegment == "gm1581")
    }

    @Test("of an area is its first municipality and four digits")
    func area() throws {
        check(
            [
                ("gm1581-0007", true), ("gm0003-9999", true), ("gm1581-0000", false), ("gm0000-0001", false),
                ("GM1581-0007", false), ("gm1581-007", false), ("gm1581-00070", false), ("gm1581_0007", false),
                ("gm158-00007", false), ("gm15a1-0007", false), ("", false),
            ]
        ) { AreaID($0)?.text }
        let zeist = try #require(MunicipalityCode("GM0355"))
        #expect(AreaID(municipality: zeist, number: 7)?.text == "gm0355-0007")
        #expect(AreaID(municipality: zeist, number: 9999)?.text == "gm0355-9999")
        #expect(AreaID(municipality: zeist, number: 0) == nil)
        #expect(AreaID(municipality: zeist, number: 10_000) == nil)
        #expect(AreaID("gm0355-0007")?.municipalitySegment == zeist.topicSegment)
    }

    @Test("of a run names its first area")
    func run() throws {
        check(
            [
                ("gm1581-0007-t1", true), ("gm1581-0007-t9999", true), ("gm1581-0007-t0", false),
                ("gm1581-0007-t01", false), ("gm1581-0007-t", false), ("gm1581-0007-t10000", false),
                ("gm1581-0007", false), ("gm1581-0007-1", false), ("gm1581-0007-t1a", false), ("gm1581-0000-t1", false),
                ("gm1581-0007-T1", false), ("gm1581-0007t1", false), ("", false),
            ]
        ) { RunID($0)?.text }
        let area = try #require(AreaID("gm1581-0007"))
        #expect(RunID("gm1581-0007-t12")?.firstArea == area)
        #expect(RunID(area: area, number: 3)?.text == "gm1581-0007-t3")
        #expect(RunID(area: area, number: 0) == nil)
    }

    @Test("of an organisation is no name of a person")
    func organisation() {
        check(
            [
                ("kvk:12345678", true), ("oin:00000099000000001000", true), ("politie-mn", true), ("vr.utrecht", true),
                ("a", false), ("Politie", false), ("jan jansen", false), ("jan@kvo.nl", false), ("politié", false),
                (String(repeating: "a", count: 64), true), (String(repeating: "a", count: 65), false), ("", false),
            ]
        ) { OrganisationID($0)?.text }
    }

    @Test("within a run is a short code")
    func local() {
        check(
            [
                ("M3", true), ("D1", true), ("kvo-2026-0001", true), ("K2.1", true),
                (String(repeating: "x", count: 32), true),
                (String(repeating: "x", count: 33), false), ("M 3", false), ("M/3", false), ("É1", false),
                ("\u{212A}1", false),
                ("", false),
            ]
        ) { LocalID($0)?.text }
    }

    @Test("of a scheme is lower case")
    func scheme() {
        check([("kvo-2008", true), ("kvo-4.1", true), ("k", false), ("KVO", false), ("kvo 4", false), ("", false)]) {
            SchemeID($0)?.text
        }
    }

    @Test("is a text in JSON, and what is no identifier is refused with its rule")
    func json() throws {
        let run = try JSONDecoder().decode(RunID.self, from: Data(#""gm1581-0007-t1""#.utf8))
        #expect(String(decoding: try JSONEncoder().encode(run), as: UTF8.self) == #""gm1581-0007-t1""#)
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(RunID.self, from: Data(#""traject 1""#.utf8))
        }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(context.debugDescription == "\u{201c}traject 1\u{201d} is not a run identifier such as gm1581-0007-t1")
    }
}
