import CloudEvents
import Contracts
import Scheme
import Testing

@testable import Console

@Suite("What the operator sees")
struct OutputTests {
    private static func table() -> TextTable {
        var table = TextTable(header: ["run", "step"])
        table.append(["gm1581-0001-t1", "2 Veiligheidsanalyse"])
        table.append(["x", ""])
        return table
    }

    @Test("a table has columns as wide as their widest cell and no blanks at the ends")
    func columns() {
        #expect(
            Self.table().lines(width: nil) == [
                "run             step", "gm1581-0001-t1  2 Veiligheidsanalyse", "x",
            ]
        )
    }

    @Test("a table that is too wide for the terminal stands one cell below the other, empty ones left out")
    func stacked() {
        #expect(Self.table().lines(width: 36) == Self.table().lines(width: nil))
        #expect(Self.table().lines(width: 35) == ["gm1581-0001-t1", "  step: 2 Veiligheidsanalyse", "x"])
    }

    @Test("a long sentence is broken between words and its continuation is indented")
    func wrap() {
        #expect(TextWrap.lines("een twee drie vier", indent: 2, width: 12) == "  een twee\n    drie\n    vier")
        #expect(TextWrap.lines("een\ntwee", indent: 0, width: 40) == "een\n  twee")
        #expect(TextWrap.lines("onafbreekbaarwoord", indent: 0, width: 5) == "onafbreekbaarwoord")
    }

    @Test("a share is a count before a percentage, with its interval")
    func figure() {
        let figure = Figure(
            id: "enquete.x",
            name: "x",
            source: .survey,
            unit: .share,
            count: 9,
            outOf: 27,
            population: 62,
            value: 9.0 / 27,
            lower: 0.2151,
            upper: 0.4779,
            reference: nil
        )
        #expect(FigureText.value(figure) == "9 of 27 (33 %)")
        #expect(FigureText.interval(figure) == "22–48 %")
    }

    @Test("an event's name is its Dutch name, and a name of another form stays as it is")
    func eventName() {
        #expect(EventName.short("nl.kvo.certificaat-verleend.v1") == "certificaat-verleend")
        #expect(EventName.short("planning") == "planning")
    }

    @Test("control characters never reach the terminal")
    func controlCharacters() {
        #expect(Console.printable("a\u{1B}[31mb\u{7}c\nd\u{9B}e") == "a\u{FFFD}[31mb\u{FFFD}c\nd\u{FFFD}e")
    }
}
