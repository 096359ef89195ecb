import Contracts
import Testing

@testable import Report

@Suite("figures.csv")
struct CSVTests {
    @Test(
        "a cell is quoted where it must be, and never carried out",
        arguments: [
            ("gewoon", "gewoon"), ("a;b", "\"a;b\""), ("zeg \"ja\"", "\"zeg \"\"ja\"\"\""), ("a\nb", "\"a\nb\""),
            ("a\r\nb", "\"a\r\nb\""), ("=1+1", "'=1+1"), ("=\"a\";b", "\"'=\"\"a\"\";b\""), ("+31 6", "'+31 6"),
            ("@x", "'@x"),
            ("-2+3", "'-2+3"), ("-0,37", "-0,37"), ("-12", "-12"), ("+33", "+33"), ("-", "'-"), ("\tx", "'\tx"),
            ("", ""),
            ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{2212}37", "\u{2212}37"),
        ]
    )
    func cells(text: String, cell: String) {
        #expect(CSVText.cell(text) == cell)
    }

    @Test("lines have the same number of cells, a mark at the beginning and the decimal sign of the language")
    func lines() throws {
        let report = ExampleReport()
        let dutch = try report.documents().csv
        #expect(dutch.hasPrefix("\u{FEFF}onderdeel;code;naam;grootheid;meting;waarde;getoond\r\n"))
        let lines = dutch.split(separator: "\r\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        #expect(lines.allSatisfy { $0.count == 7 })
        #expect(dutch.contains("enquete;enquete.slachtoffer-inbraak;Slachtoffer van inbraak;ja-antwoorden;1;9;9\r\n"))
        #expect(dutch.contains(";verschil in procentpunten;;-16,7;\u{2212}17\r\n"))
        #expect(try report.documents(.english).csv.contains(";difference in percentage points;;-16.7;\u{2212}17\r\n"))
    }

    @Test("a title that begins like a formula is harmless")
    func formula() throws {
        var report = ExampleReport()
        report.judgements = [ExampleReport.judgement(.onCourse, title: "=HYPERLINK(\"http://x\";\"y\")")]
        let csv = try report.documents().csv
        #expect(csv.contains("\"'=HYPERLINK("))
        #expect(!csv.contains(";=HYPERLINK") && !csv.contains(";\"=HYPERLINK"))
    }
}
