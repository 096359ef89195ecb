import FoundationEssentials
import Scheme
import Testing

@Suite("A grant")
struct GrantTests {
    private func pattern(_ text: String) throws -> GrantPattern { try #require(GrantPattern(text), "\(text)") }

    private static let verleend = "e/certification/gm0344/gm0344-0001/certificaat-verleend/"

    @Test(
        "has a pattern of four segments, each a word in lower case or *",
        arguments: [
            ("certification/gm0344/*/*", true), ("*/*/*/*", true), ("registry/-/-/x", true),
            ("certification/gm0344/gm0344-0001/certificaat-verleend", true), ("certification/gm0344/*", false),
            ("certification/gm0344/*/*/*", false), ("certification/gm0344/*/*/", false),
            ("/certification/gm0344/*/*", false),
            ("certification//*/*", false), ("certification/gm0344/**/*", false), ("certification/gm03*/*/*", false),
            ("certification/GM0344/*/*", false), ("Certification/gm0344/*/*", false),
            ("certification/gm0344/*/ ", false),
            ("certification/gm0344/*/a b", false), ("certification/gm0344/*/é", false),
            ("certification/gm0344/*/\0", false),
            ("!hb/*/*/*", false), ("////", false), ("", false), ("*", false),
        ] as [(String, Bool)]
    )
    func form(text: String, isPattern: Bool) {
        #expect(GrantPattern(text)?.text == (isPattern ? text : nil))
    }

    @Test("has a pattern of at most 160 bytes")
    func length() {
        #expect(GrantPattern("*/*/*/" + String(repeating: "a", count: 154)) != nil)
        #expect(GrantPattern("*/*/*/" + String(repeating: "a", count: 155)) == nil)
    }

    @Test("names its segments, and nothing where * stands")
    func segments() throws {
        let named = try pattern("certification/gm0344/gm0344-0001/certificaat-verleend")
        #expect(
            [named.stream, named.municipality, named.area, named.event]
                == ["certification", "gm0344", "gm0344-0001", "certificaat-verleend"]
        )
        let open = try pattern("*/*/*/*")
        #expect([open.stream, open.municipality, open.area, open.event] == [nil, nil, nil, nil])
    }

    @Test(
        "selects whole segments and never a beginning of one",
        arguments: [
            "certification/gm03/*/*", "certification/gm034/*/*", "certification/gm0344/gm0344-000/*",
            "certification/gm0344/gm0344-0001/certificaat", "certificatio/gm0344/*/*", "certification/gm03445/*/*",
            "certification/gm0344/*/certificaat-verleend-x", "e/certification/gm0344/gm0344-0001",
        ]
    )
    func prefixes(text: String) throws {
        #expect(try !pattern(text).selects(Self.verleend))
    }

    @Test(
        "selects by * exactly one segment",
        arguments: [
            ("*/gm0344/gm0344-0001/certificaat-verleend", true),
            ("certification/*/gm0344-0001/certificaat-verleend", true),
            ("certification/gm0344/*/certificaat-verleend", true), ("certification/gm0344/gm0344-0001/*", true),
            ("*/*/*/*", true), ("registry/*/*/*", false), ("*/gm0345/*/*", false), ("*/*/gm0344-0002/*", false),
            ("*/*/*/certificaat-verlopen", false),
        ] as [(String, Bool)]
    )
    func wildcards(text: String, isSelected: Bool) throws {
        #expect(try pattern(text).selects(Self.verleend) == isSelected)
    }

    @Test(
        "selects nothing that is not the topic of an event",
        arguments: [
            "", "/", "e/", "e/a/b/c/d", "/a/b/c/d/", "a/b/c/d/", "e/a/b/c/d/e/", "e/a/b/c/", "e/a//c/d/", "e//b/c/d/",
            "e/a/b/c//", "E/a/b/c/d/", "e/a/b/c/d/\0", "!hb", "!sync/1", "!/a/b/c/d/", "ee/a/b/c/d/", "*/a/b/c/d/",
        ]
    )
    func noTopic(topic: String) throws {
        #expect(try !pattern("*/*/*/*").selects(topic))
    }

    @Test("gives an event only up to its class", arguments: DataClass.allCases, DataClass.allCases)
    func classes(granted: DataClass, stated: DataClass) throws {
        let grant = Grant(try pattern("certification/gm0344/*/*"), upTo: granted)
        #expect(grant.gives(Self.verleend, of: stated) == (stated <= granted))
        #expect(!grant.gives(Self.verleend.replacing("gm0344", with: "gm0345"), of: stated))
    }

    @Test("knows three classes, from those for anybody to those for a task")
    func order() {
        #expect(DataClass.allCases.sorted() == [.open, .partnership, .confidential])
        #expect(DataClass.allCases.map(\.rawValue) == ["openbaar", "intern", "vertrouwelijk"])
        #expect(!(DataClass.open < .open))
    }

    /// Few words, and such as are beginnings of each other, so that chance finds what matches and what nearly does.
    private static let words = ["a", "ab", "abc", "b", "gm03", "gm0344", "-", "e"]

    @Test("selects a topic if and only if each of its segments is equal or *")
    func property() throws {
        var random = SystemRandomNumberGenerator()
        var selected = 0
        for _ in 0..<20_000 {
            let wanted = (0..<4).map { _ in Bool.random(using: &random) ? "*" : Self.words.randomElement() ?? "" }
            let given = (0..<4).map { _ in Self.words.randomElement() ?? "" }
            let isSelected = zip(wanted, given).allSatisfy { $0 == "*" || $0 == $1 }
            let (pattern, topic) = (wanted.joined(separator: "/"), "e/\(given.joined(separator: "/"))/")
            guard try self.pattern(pattern).selects(topic) == isSelected else {
                Issue.record("\(pattern) and \(topic): expected \(isSelected)")
                return
            }
            selected += isSelected ? 1 : 0
        }
        #expect(selected > 500, "chance found enough that match")
    }

    @Test("is the same after it was written and read, and a wrong one is not read")
    func coding() throws {
        let grant = Grant(try pattern("*/gm0344/*/*"), upTo: .partnership)
        #expect(try JSONDecoder().decode(Grant.self, from: JSONEncoder().encode(grant)) == grant)
        for text in [
            #"{"pattern":"*/gm03*/*/*","dataClass":"intern"}"#, #"{"pattern":"*/*/*/*","dataClass":"geheim"}"#,
        ] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(Grant.self, from: Data(text.utf8)) }
        }
    }

    @Test(
        "goes to a partner whose name is 2 to 32 lower-case letters, digits or hyphens",
        arguments: [
            ("politie-mn", true), ("gemeente-gm1581", true), ("a1", true), (String(repeating: "a", count: 32), true),
            ("a", false), (String(repeating: "a", count: 33), false), ("-politie", false), ("Politie", false),
            ("politie mn", false), ("politie/mn", false), ("politie.mn", false), ("politié", false), ("", false),
        ] as [(String, Bool)]
    )
    func partner(text: String, isName: Bool) {
        #expect(PartnerID(text)?.text == (isName ? text : nil))
    }
}
