import Statistics
import Testing

@testable import FigureFiles

@Suite("Summary by area, type and year")
struct SummaryTests {
    private static let rows = [
        "0.0.0 ;BU15810000;2023MM01;99", "2.5.2 ;GM1581    ;2023MM01;98", "2.5.2 ;WK158100  ;2023MM01;97",
        "2.5.2 ;BU15810000;2023JJ00;96", "2.5.2 ;BU15810000;2023MM01;3", "2.5.2 ;BU15810000;2023MM02;",
        "2.5.2 ;BU15810000;2023MM03;4", "2.5.2 ;BU15810001;2023MM01;1", "2.5.2 ;BU15810001;2023MM03;2",
        "2.6.2 ;BU15810000;2024MM01;0", "2.6.10;BU15810001;2024MM02;5", "2.6.10;BU00000000;2024MM02;7",
        "2.5.1 ;BU15810000;2024MM02;",
    ]
    private static let text = odataHeader + rows.enumerated().map { "\($0);\($1)\n" }.joined()
    private let denominators = "WijkenEnBuurten;Vestigingen\nBU15810000;60\nBU15810001;120\n"

    private func tally(_ text: String, cuts: [Int]) throws -> [TallyResult]? {
        let bytes = Array(text.utf8)
        let head = try TableHead(bytes)
        var results: [TallyResult] = []
        var start = head.firstRow
        for cut in cuts + [bytes.count] {
            var tally = FigureTally(head)
            guard let end = tally.take(bytes.span, rowsIn: start..<max(start, cut), isLast: true) else { return nil }
            start = end
            results.append(tally.result)
        }
        return results
    }

    private func summary(_ text: String) throws -> FigureSummary {
        let parts = try #require(try tally(text, cuts: []))
        return try #require(FigureSummary(merging: parts))
    }

    private func lines(_ summary: FigureSummary, denominators text: String?) throws -> [String] {
        let comparison = GroupComparison(summary, denominators: try text.map { try Denominators(Array($0.utf8)) })
        let statistics = comparison.statistics(of: 0..<summary.groupCount)
        return String(decoding: SummaryTable(summary).lines(statistics), as: UTF8.self).split(separator: "\n").map(
            String.init
        )
    }

    @Test("only months of neighbourhoods and of real types are added up; what is withheld is neither 0 nor observed")
    func groups() throws {
        let summary = try summary(Self.text)
        #expect(summary.rows == 13 && summary.groupCount == 4 && summary.sum == 15 && summary.level == .neighbourhood)
        let lines = try lines(summary, denominators: denominators).map {
            $0.split(separator: ";", omittingEmptySubsequences: false)
        }
        #expect(
            lines.map { $0.prefix(6).joined(separator: ";") } == [
                "BU15810000;2.5.2;2023;7;2;10", "BU15810000;2.6.2;2024;0;1;5", "BU15810001;2.5.2;2023;3;2;20",
                "BU15810001;2.6.10;2024;5;1;10",
            ]
        )
        let ratio = try rateRatioExact(x1: 7, e1: 10, x2: 3, e2: 20)
        let rate = try poissonGarwood(count: 7, exposure: 10, per: 100)
        let expected = [
            rate.rate, rate.lower, rate.upper, try #require(ratio.ratio), ratio.lower, try #require(ratio.upper),
            ratio.pCentral,
        ]
        let found = lines[0].dropFirst(6).compactMap { Double($0) }
        #expect(found.count == 7 && zip(found, expected).allSatisfy { abs($0 - $1) < 1e-8 * $1 })
        #expect(lines[1][9...].allSatisfy { $0.isEmpty }, "the rest of the municipality has no such type")
    }

    @Test("however a file is cut, its parts give the same groups")
    func parts() throws {
        let whole = try summary(Self.text)
        for cut in [90, 150, 200, 333] {
            let cuts = try #require(try tally(Self.text, cuts: [cut, cut + 60]))
            let summary = try #require(FigureSummary(merging: cuts))
            let (cut, uncut) = (
                try lines(summary, denominators: denominators), try lines(whole, denominators: denominators)
            )
            #expect(cut == uncut)
        }
    }

    @Test("the careful reader gives the same groups as the fast one")
    func careful() throws {
        let fast = try summary(Self.text)
        var reader = try FigureReader(Array(Self.text.utf8))
        var sink = CarefulTally()
        try reader.read(Array(Self.text.utf8), isLast: true, into: &sink)
        let careful = try #require(FigureSummary(merging: [sink.result(reader.keys)]))
        let (slow, quick) = (
            try lines(careful, denominators: denominators), try lines(fast, denominators: denominators)
        )
        #expect(slow == quick)
    }

    @Test("a cell in two parts, or twice in one, stops the fast reader")
    func twice() throws {
        let text = Self.text + "13;2.5.2 ;BU15810000;2023MM02;4\n"
        let whole = try tally(text, cuts: [])
        #expect(whole?.count == nil)
        let parts = try #require(try tally(text, cuts: [text.utf8.count - 40]))
        #expect(FigureSummary(merging: parts)?.sum == nil)
    }

    @Test(
        "what is not plainly a row stops the fast reader",
        arguments: ["13;2.5.2 ;BU1;2023;1,0\n", "\n", "13;2.5.2\n", "13;x;y;mei;1\n"]
    )
    func faults(row: String) throws {
        let parts = try tally(Self.text + row, cuts: [])
        #expect(parts?.count == nil)
    }

    @Test("a table of years is summed by its years, and another level on demand")
    func years() throws {
        let text = odataHeader + "0;2.5.2 ;GM1581    ;2023JJ00;96\n1;2.5.2 ;WK158100  ;2023JJ00;90\n"
        let parts = try #require(try tally(text, cuts: []))
        let districts = try #require(FigureSummary(merging: parts))
        #expect(districts.level == .district && districts.sum == 90 && !districts.countsMonths)
        let first = try lines(districts, denominators: nil)[0]
        #expect(first.hasPrefix("WK158100;2.5.2;2023;90;12;1;90;"))
        #expect(FigureSummary(merging: parts, level: .municipality)?.sum == 96)
    }

    @Test("an area without establishments has no rate")
    func noEstablishments() throws {
        let summary = try summary(Self.text)
        let lines = try lines(summary, denominators: "WijkenEnBuurten,Vestigingen\nBU15810001,120\nBU15810000,0\n")
        #expect(
            lines[0] == "BU15810000;2.5.2;2023;7;2;0;;;;;;;" && lines[2].hasPrefix("BU15810001;2.5.2;2023;3;2;20;15;")
        )
    }

    @Test("denominators without the columns, with a word or with a region twice are refused")
    func denominatorFaults() throws {
        func refusal(_ text: String) -> String {
            do {
                _ = try Denominators(Array(text.utf8))
                return "not refused"
            } catch { return error.describe(file: "d.csv") }
        }
        #expect(refusal("a;b\n1;2\n").hasPrefix("d.csv:1:1: these are no denominators: a column"))
        #expect(
            refusal("WijkenEnBuurten;Vestigingen\nBU1;veel\n").hasPrefix(
                "d.csv:2:5: \u{201C}veel\u{201D} is not a count"
            )
        )
        #expect(refusal("WijkenEnBuurten;Vestigingen\nBU1;1\nBU1;2\n").hasPrefix("d.csv:3:1: "))
    }
}
