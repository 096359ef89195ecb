import Scheme
import Testing

@Suite("A text for people")
struct FitTextTests {
    @Test(
        "fits on a line with 1 to 200 characters and at most 400 bytes",
        arguments: [
            ("De Meent", true), ("Café 't Hoekje \u{2013} Zuid", true), ("", false),
            (String(repeating: "e", count: 200), true),
            (String(repeating: "e", count: 201), false), (String(repeating: "é", count: 200), true),
            (String(repeating: "€", count: 134), false), ("e" + String(repeating: "\u{301}", count: 200), false),
        ]
    )
    func length(text: String, isFit: Bool) { #expect(text.isFitForALine == isFit) }

    @Test(
        "does not fit on a line when it is blank, also of characters without a shape",
        arguments: [
            " ", "\u{A0}\u{3000}", "\u{200B}", "\u{200B} \u{FEFF}", "\u{AD}", "\u{3164}", "\u{115F}", "\u{FE0F}",
            "\u{34F}",
            "\u{E0041}",
        ]
    )
    func blank(text: String) {
        #expect(text.isBlank)
        #expect(!text.isFitForALine && !text.isFitForAReason)
    }

    @Test(
        "does not fit on a line with a character that breaks it, hides or turns the rest",
        arguments: [
            "\n", "\t", "\0", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{200B}", "\u{202E}", "\u{2066}",
            "\u{FEFF}",
        ]
    )
    func characters(character: String) {
        #expect(!"De\(character)Meent".isFitForALine)
        #expect("De\(character)Meent".isFitForAReason)
    }

    @Test("is a reason with 1 to 2,000 characters, on more lines too")
    func reasons() {
        #expect("te duur\nen te laat".isFitForAReason)
        #expect(String(repeating: "é", count: 2000).isFitForAReason)
        #expect(!String(repeating: "e", count: 2001).isFitForAReason)
        #expect(!"".isFitForAReason && !" \n\t".isFitForAReason)
    }
}
