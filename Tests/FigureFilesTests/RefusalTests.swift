import FigureFiles
import Testing

@Suite("Files of figures that are refused")
struct RefusalTests {
    private let good = "2.5.2 Winkeldiefstal;2023 mei;Doorn;3\n"

    @Test(
        "what is no table at all is called by its name",
        arguments: [
            ("PK\u{3}\u{4}abc", "a workbook (xlsx)"), ("%PDF-1.7", "a PDF"), ("\n<!DOCTYPE html><p>", "a web page"),
            ("<?xml version=\"1.0\"?>", "XML"), ("Beste \u{0}buurman", "no text"),
        ]
    )
    func foreign(text: String, name: String) {
        #expect(refusal(of: text).hasPrefix("f.csv: this is \(name)"))
    }

    @Test("UTF-16 is called by its name")
    func wide() {
        #expect(refusal(of: [0xFF, 0xFE, 0x53, 0]).hasPrefix("f.csv: this is text in UTF-16"))
    }

    @Test("an empty file, blank lines and a header alone are refused", arguments: ["", "\n\n", "\u{FEFF}"])
    func empty(text: String) {
        #expect(refusal(of: text) == "f.csv: the file is empty; download or export it again.")
        #expect(refusal(of: portalHeader).hasPrefix("f.csv:1:1: the file has a header and no rows"))
    }

    @Test("a text and a table of something else are refused with what is missing")
    func unknown() {
        #expect(
            refusal(of: "Beste buurman,\nhierbij de cijfers.\n").hasPrefix(
                "f.csv:1:1: this is no table of figures that is known: it lacks \u{201C}Soort misdrijf\u{201D}"
            )
        )
        let list = refusal(of: "\"Key\",\"Title\",\"Description\",\"CategoryGroupID\"\n\"0.0.0 \",\"Totaal\",,\n")
        #expect(list.contains("and has \u{201C}Key\u{201D}, \u{201C}Title\u{201D}"))
        let json = refusal(of: "[\n  {\"MC1\": \"Alarm\", \"PRIO\": 2.0}\n]")
        #expect(json.hasPrefix("f.csv:2:4: ") && json.contains("it lacks"))
    }

    @Test("two columns for the same thing are refused at the second")
    func twice() {
        let text = refusal(of: "Soort misdrijf;Periode;Perioden;Plaatsen;Aantal\n")
        #expect(text.hasPrefix("f.csv:1:24: the column \"Perioden\" stands in the header twice"))
    }

    @Test(
        "a file that stops within its last row is cut off there",
        arguments: [
            ("2.5.2 Winkeldiefstal;2023 mei", "3:22"), ("2.5.2 Winkeldiefstal;2023 mei;Doorn", "3:31"),
            ("2.5.2 Winkeldiefstal;2023 mei;\"Doo", "3:31"),
        ]
    )
    func cutOff(rest: String, place: String) {
        let text = refusal(of: portalHeader + good + rest)
        #expect(text.hasPrefix("f.csv:\(place): the file is cut off in the middle of this row"))
    }

    @Test("JSON that stops is cut off, and damaged JSON is refused at its place")
    func damagedJSON() {
        let start = "{\"value\":[{\"SoortMisdrijf\":\"2.5.2 \",\"WijkenEnBuurten\":\"GM1581    \",\n\"Perioden\":"
        #expect(refusal(of: start).hasPrefix("f.csv:2:12: the file is cut off"))
        #expect(refusal(of: start + "}]}").hasPrefix("f.csv:2:12: the JSON is damaged here: a value is expected"))
    }

    @Test("a row with a field too many or too few is refused with both numbers")
    func ragged() {
        #expect(
            refusal(of: portalHeader + "2.5.2;2023 mei;Doorn;3;4\n" + good)
                .hasPrefix("f.csv:2:24: the row has 5 fields where the header has 4")
        )
        #expect(
            refusal(of: portalHeader + "2.5.2;2023 mei;3\n" + good)
                .hasPrefix("f.csv:2:16: the row has 3 fields where the header has 4")
        )
    }

    @Test("a quote that is never closed, one inside a field, and text behind one are refused")
    func quotes() {
        let open = refusal(of: portalHeader + "2.5.2;2023 mei;\"Doorn;3\n" + good + good)
        #expect(open.hasPrefix("f.csv:2:16: the quote opened here is never closed"))
        let stray = refusal(of: portalHeader + "2.5.2;2023 mei;Do\"orn;3\n")
        #expect(stray.hasPrefix("f.csv:2:18: a quote stands inside an unquoted field"))
        let after = refusal(of: portalHeader + "2.5.2;2023 mei;\"Doorn\" a;3\n")
        #expect(after.hasPrefix("f.csv:2:23: text follows a closing quote"))
    }

    @Test("a blank line between rows is refused at its place")
    func blankLine() {
        #expect(refusal(of: portalHeader + good + "\n" + good).hasPrefix("f.csv:3:1: the line is empty"))
    }

    @Test("bytes that are no UTF-8 are refused at their field")
    func latin1() {
        let bytes = Array((portalHeader + "2.5.2;2023 mei;").utf8) + [0x43, 0xF4, 0x74, 0x65] + Array(";1\n".utf8)
        #expect(refusal(of: bytes).hasPrefix("f.csv:2:16: the bytes here are not UTF-8"))
    }

    @Test(
        "a period that a spreadsheet turned into a date is refused as one",
        arguments: ["dec-22", "dec/22", "1-12-2022", "12/1/2022", "2022-12-01", "44896", "1 dec 2022"]
    )
    func dates(text: String) {
        let refusal = refusal(of: portalHeader + "2.5.2;\(text);Doorn;3\n")
        #expect(
            refusal.hasPrefix(
                "f.csv:2:7: \u{201C}\(text)\u{201D} is not a period; it looks like one that a spreadsheet"
            )
        )
    }

    @Test(
        "a period of another kind is refused with the forms",
        arguments: ["2022 1e kwartaal", "2022 May", "mei", "2022MM13", "22"]
    )
    func periods(text: String) {
        let refusal = refusal(of: portalHeader + "2.5.2;\(text);Doorn;3\n")
        #expect(refusal.hasPrefix("f.csv:2:7: \u{201C}\(text)\u{201D} is not a period; write it as 2022 december"))
    }

    @Test(
        "a count with a fraction or with dots for thousands is refused",
        arguments: ["1.234", "1,5", "12,50", "1E+05", "##"]
    )
    func counts(text: String) {
        let refusal = refusal(of: portalHeader + "2.5.2;2023 mei;Doorn;\(text)\n")
        #expect(refusal.hasPrefix("f.csv:2:22: \u{201C}\(text)\u{201D} is not a whole number, as a count is"))
    }

    @Test("a count that is no number is refused", arguments: ["drie", "-3", "x", "1234567890", "null"])
    func words(text: String) {
        #expect(
            refusal(of: portalHeader + "2.5.2;2023 mei;Doorn;\(text)\n").hasPrefix(
                "f.csv:2:22: \u{201C}\(text)\u{201D} is not a"
            )
        )
    }

    @Test("a row without a type, region or period is refused at the empty field")
    func emptyKeys() {
        #expect(
            refusal(of: portalHeader + "2.5.2;2023 mei; ;3\n").hasPrefix(
                "f.csv:2:16: \u{201C}Wijken en buurten\u{201D} is empty"
            )
        )
        #expect(
            refusal(of: portalHeader + ";2023 mei;Doorn;3\n").hasPrefix(
                "f.csv:2:1: \u{201C}Soort misdrijf\u{201D} is empty"
            )
        )
        #expect(
            refusal(of: portalHeader + "2.5.2;;Doorn;3\n").hasPrefix("f.csv:2:7: \u{201C}Perioden\u{201D} is empty")
        )
    }

    @Test("the same figure twice is refused at the second, however its keys are padded")
    func repeated() {
        let first = "2.5.2;2023 mei;Doorn;3\n"
        let second = refusal(of: portalHeader + first + "\"2.5.2 \";2023MM05;\"Doorn  \";3\n")
        #expect(
            second == "f.csv:3:1: 2.5.2, Doorn, 2023-05 stands in the file a second time; a figure stands in it once."
        )
        let withheld = refusal(of: portalHeader + "2.5.2;2023 mei;Doorn;\n" + first)
        #expect(withheld.hasPrefix("f.csv:3:1: 2.5.2, Doorn, 2023-05 stands"))
    }

    @Test("an incident that stands twice is refused, and a moment with the day first")
    func incidents() {
        let header = "incident_id;datum;lmc\n"
        #expect(refusal(of: header + "1;2023-05-01;alab\n1;2023-05-02;alab\n").hasPrefix("f.csv:3:1: incident 1"))
        #expect(
            refusal(of: header + "1;01-05-2023;alab\n").hasPrefix(
                "f.csv:2:3: \u{201C}01-05-2023\u{201D} is not a period; it looks like"
            )
        )
        #expect(
            refusal(of: header + "1;gisteren;alab\n").hasPrefix("f.csv:2:3: \u{201C}gisteren\u{201D} is not a moment")
        )
    }

    @Test("a column with more values than a table of figures has is refused")
    func tooMany() {
        let rows = (0..<200).map { "1.1.\($0);2023;Doorn;1\n" }.joined()
        #expect(refusal(of: portalHeader + rows).contains("has more than 128 different values"))
    }
}
