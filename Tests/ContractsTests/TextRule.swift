import Scheme

/// What the code accepts as a text of a type, with samples around which a pattern is tried.
struct TextRule: Sendable {
    let samples: [String]
    /// Whether a pattern can say it all; a day that does not exist and a key with too large a number it cannot see.
    let isExact: Bool
    let accepts: @Sendable (String) -> Bool

    static let all: [String: TextRule] = [
        "AreaID": exact(AreaID.self, ["gm1581-0007", "gm0001-9999"]),
        "CalendarDate": TextRule(samples: ["2026-11-23", "2024-02-29"], isExact: false) { CalendarDate($0) != nil },
        "CalendarMonth": TextRule(samples: ["2026-11", "2025-01"], isExact: false) { CalendarMonth($0) != nil },
        "GrantPattern": exact(
            GrantPattern.self,
            [
                "certification/gm0344/*/*", "*/*/*/*",
                String(repeating: "a", count: 80) + "/" + String(repeating: "b", count: 75) + "/*/*",
            ]
        ),
        "LocalID": exact(LocalID.self, ["M3", "a.b-C", String(repeating: "k", count: 32)]),
        "OrganisationID": exact(OrganisationID.self, ["kvk:12345678", "p1", String(repeating: "x", count: 64)]),
        "PartnerID": exact(PartnerID.self, ["politie-mn", "p1", String(repeating: "x", count: 32)]),
        "PartnerKey": TextRule(samples: ["rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"], isExact: false) {
            PartnerKey($0) != nil
        },
        "RunID": exact(RunID.self, ["gm1581-0007-t1", "gm0344-0012-t9999"]),
        "SchemeID": exact(SchemeID.self, ["kvo-2008", "v3", String(repeating: "s", count: 32)]),
    ]

    private static func exact<Name: Identifier>(_ type: Name.Type, _ samples: [String]) -> TextRule {
        TextRule(samples: samples, isExact: true) { Name($0) != nil }
    }

    /// Every text that differs from a sample in one place.
    static func variations(of sample: String) -> [String] {
        let characters = Array(sample)
        let others: [Character] = ["0", "9", "a", "z", "A", "Z", "-", ".", ":", "/", "*", "_", " ", "\n", "é"]
        return (0...characters.count).flatMap { place -> [String] in
            let before = String(characters[..<place])
            let after = String(characters[place...])
            let without = String(characters[place...].dropFirst())
            let inserted = others.map { before + String($0) + after }
            let replaced = others.map { before + String($0) + without }
            return [before, before + without] + inserted + replaced
        }
    }
}
