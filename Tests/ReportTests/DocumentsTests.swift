import CloudEvents
import Contracts
import Foundation
import Scheme
import Testing

@testable import Report

@Suite("Documents of a report")
struct DocumentsTests {
    /// A report with something in every part.
    private static var full: ExampleReport {
        var report = ExampleReport()
        let months = (1...12).map { number in
            ReportedMonth(month: CalendarMonth(year: 2023, month: number)!, area: number % 4, reference: 40 + number)
        }
        report.crimes = [
            ExampleReport.crime("0.0.0", "Totaal misdrijven", from: 128, to: 104, atMost: 99, isTotal: true),
            ExampleReport.crime(months: months), ExampleReport.crime("2.5.2", "Winkeldiefstal", from: 60, to: 10),
            ExampleReport.crime("1.4.5", "Mishandeling", from: 4, to: 1, atMost: nil), ExampleReport.withheld(),
        ]
        report.fires = [
            ReportedFire(
                category: "gebouwbrand",
                id: "brandweer.gebouwbrand",
                name: "Gebouwbrand",
                now: ExampleReport.count(1, from: "2025-01"),
                before: ExampleReport.count(2, from: "2023-01")
            )
        ]
        report.findings = [
            ExampleReport.finding("S3.1"), ExampleReport.finding("S3.2", solved: true),
            ExampleReport.finding("S3.3", x: nil, y: nil, severity: "groen"),
        ]
        report.problems = [
            ReportedProblem(
                bottleneck: LocalID("K1")!,
                title: "Veel inbraak",
                indicator: "enquete.slachtoffer-inbraak",
                value: 0.33,
                rank: 1,
                likelihood: RiskClass(value: 4, lowest: 3, highest: 5, rate: 0.33),
                impact: 4,
                keys: ["inbraak_bedrijf"],
                measures: [
                    CatalogueMeasure(
                        id: LocalID("M01")!,
                        name: "Verlichting",
                        grade: .review,
                        source: "Welsh 2008",
                        sourceStatus: .memory,
                        mechanism: "Meer zicht",
                        note: "Niet alleen."
                    )
                ]
            )
        ]
        report.judgements = [ExampleReport.judgement(.onCourse)]
        report.survey.append(
            ExampleReport.question("enquete.overlast", "Overlast", now: ExampleReport.share(3, 9), before: nil)
        )
        let peer = ExampleReport(crimes: [
            ExampleReport.crime("0.0.0", "Totaal", from: 40, to: 36, atMost: 20, isTotal: true)
        ]).input.report
        report.peers = [ReportInput.Peer(name: "Ander gebied", report: otherRun(peer))]
        return report
    }

    private static func otherRun(_ report: MeasurementReport) -> MeasurementReport {
        MeasurementReport(
            run: RunID("gm1581-0002-t1")!,
            areas: report.areas,
            areaKind: .businessPark,
            scheme: report.scheme,
            measurement: 1,
            establishedOn: report.establishedOn,
            establishments: 60,
            survey: [],
            crimes: report.crimes,
            fires: [],
            problems: [],
            provenance: [],
            notes: []
        )
    }

    /// The text of the page without its elements, style and descriptions.
    private static func text(of html: String) -> String {
        html.replacing(/<style>[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>|<[^>]*>/, with: " ")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    @Test("every number of the page's text is in figures.csv", arguments: ReportLanguage.allCases)
    func numbers(language: ReportLanguage) throws {
        let documents = try Self.full.documents(language)
        let number = /[0-9][0-9.,]*/
        func tokens(_ text: String) -> Set<String> {
            Set(text.matches(of: number).map { $0.output.trimmingCharacters(in: CharacterSet(charactersIn: ".,")) })
        }
        let known = tokens(documents.csv)
        // What is no figure: days and years, methods' years and constants, versions, codes, the hash.
        var page = Self.text(of: documents.html)
        page = page.replacing(/(ab12cd34 ?)+/, with: " ")
            .replacing(/[0-9]{1,2} (januari|december|January|December) [0-9]{4}/, with: " ")
            .replacing(
                /(januari|maart|april|mei|juni|juli|augustus|september|oktober|november|february|januari|februari) [0-9]{4}/,
                with: " "
            )
            .replacing(
                /(January|February|March|April|May|June|July|August|September|October|November|December|december) [0-9]{4}/,
                with: " "
            )
        page = String(page.split(separator: try Texts(language)("kop.bijlage.methoden")).first ?? "")
        let constants = tokens(
            "0 1 2023 2025 95 100 1.2.3 47022 0,001 0.001 gm1581-0001-t1 kvo-3 2008 01 3.1 3.2 3.3 256"
        )
        let missing = tokens(page).subtracting(known).subtracting(constants)
        #expect(missing.sorted() == [])
    }

    @Test("text of people cannot become markup, wherever it stands", arguments: ReportLanguage.allCases)
    func scripts(language: ReportLanguage) throws {
        let bad = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
        var report = Self.full
        report.name = bad
        report.sourceName = bad
        report.judgements = [ExampleReport.judgement(.onCourse, title: bad)]
        report.crimes.append(ExampleReport.crime("9.9.9", bad, from: 30, to: 25, atMost: 15))
        report.survey.append(ExampleReport.question("enquete.slecht", bad))
        report.findings.append(ExampleReport.finding("S3.9", severity: bad, category: bad))
        report.problems = [
            ReportedProblem(
                bottleneck: LocalID("K1")!,
                title: bad,
                indicator: bad,
                value: 1,
                rank: 1,
                likelihood: RiskClass(value: 1, lowest: 1, highest: 1, rate: 0),
                impact: 1,
                keys: [bad],
                measures: [
                    CatalogueMeasure(
                        id: LocalID("M01")!,
                        name: bad,
                        grade: .doubtful,
                        source: bad,
                        sourceStatus: .found,
                        mechanism: bad,
                        note: bad
                    )
                ]
            )
        ]
        report.notes = [ReportNote(key: .withheld, values: ["soorten": bad])]
        report.measures = [
            PlanMeasure(
                id: LocalID("M1")!,
                title: bad,
                objectives: [],
                owner: nil,
                ownerIsParty: false,
                deadline: nil,
                costEuro: nil,
                catalogue: LocalID("M41"),
                status: .done,
                percent: 100,
                overdue: false
            )
        ]
        let html = try report.documents(language).html
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!html.contains("<script"))
        #expect(!html.contains("<img"))
        #expect(html.matches(of: /<[^>]*onerror/).isEmpty)
    }

    @Test("the page needs no other file and has its language, its headings in order, and a name for each chart")
    func accessibility() throws {
        for language in ReportLanguage.allCases {
            let html = try Self.full.documents(language).html
            #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
            #expect(html.matches(of: /src=|<link|url\(|@import|http:\/\/(?!www\.w3\.org\/2000\/svg)/).isEmpty)
            let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
            #expect(levels.first == 1)
            #expect(levels.count { $0 == 1 } == 1)
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
            #expect(html.matches(of: /<table/).count == html.matches(of: /<caption/).count)
            let charts = html.matches(of: /<svg[^>]*aria-labelledby="([^" ]*) ([^"]*)"/)
            #expect(charts.count >= 7)
            for chart in charts {
                #expect(html.contains("<title id=\"\(chart.1)\">"))
                #expect(html.contains("<desc id=\"\(chart.2)\">"))
            }
            let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test("no p-value stands before the appendix")
    func noTests() throws {
        let page = Self.text(of: try Self.full.documents().html)
        let parts = page.components(separatedBy: "Bijlage: verantwoording")
        #expect(parts.count == 3)
        #expect(parts.dropLast().joined().matches(of: /\bp ?[<=]|p-waarde|Holm|McNemar/).isEmpty)
        #expect(parts.last?.contains("0,210") == true)
    }

    @Test("below ten answers no percentage stands in the page or in figures.csv")
    func noPercentage() throws {
        var report = ExampleReport(survey: [
            ExampleReport.question(now: ExampleReport.share(3, 7), before: ExampleReport.share(2, 8))
        ])
        report.judgements = [ExampleReport.judgement(.notShown, value: 3.0 / 7)]
        let documents = try report.documents()
        #expect(!documents.html.contains("43\u{A0}%"))
        #expect(!documents.csv.contains("43\u{A0}%"))
        #expect(documents.html.contains("3 van de 7 bedrijven die antwoordden"))
    }

    @Test("the same input gives the same bytes")
    func deterministic() throws {
        let (first, second) = (try Self.full.documents(), try Self.full.documents())
        #expect(first.html == second.html)
        #expect(first.csv == second.csv)
        #expect(first.json == second.json)
    }

    @Test("figures.json holds the figures as they were answered")
    func json() throws {
        let report = Self.full
        let content = try JSON.decode(FigureFileContent.self, from: try report.documents().json)
        #expect(content.report == report.input.report)
        #expect(content.judgements == report.judgements)
        #expect(content.software == "1.2.3")
        #expect(content.shown.count > 50)
    }

    @Test("a first measurement, an empty one, one month, only withheld and only nought make a whole page")
    func edges() throws {
        var first = Self.full
        first.isCompared = false
        first.judgements = []
        first.survey = [ExampleReport.question(before: nil)]
        let month = ReportedMonth(month: ExampleReport.first, area: 0, reference: nil)
        let none = ReportedMonth(month: ExampleReport.last, area: nil, reference: nil)
        let cases = [
            first, ExampleReport(survey: [], crimes: []), ExampleReport(crimes: [ExampleReport.withheld()]),
            ExampleReport(crimes: [ExampleReport.crime(from: 0, to: 0, reference: (0, 0), atMost: nil)]),
            ExampleReport(crimes: [ExampleReport.crime(months: [month])]),
            ExampleReport(crimes: [ExampleReport.crime(months: [month, none])]),
            ExampleReport(crimes: [ExampleReport.crime(months: [none])]), ExampleReport(answers: 0, invited: 0),
        ]
        for report in cases {
            for language in ReportLanguage.allCases {
                let html = try report.documents(language).html
                #expect(html.hasPrefix("<!DOCTYPE html>"))
                #expect(html.hasSuffix("</html>\n"))
                #expect(!html.contains("nan") && !html.contains("inf\"") && !html.contains("{" + "k2}"))
            }
        }
        #expect(try first.documents().html.contains("<h1>Veiligheidsanalyse: Voorbeeldplein</h1>"))
        #expect(try Self.full.documents().html.contains("<h1>Evaluatie van de veiligheid: Voorbeeldplein</h1>"))
    }

    @Test("the funnel has an area's dot only beside others, by events per establishment")
    func funnel() throws {
        let edition = try Self.full.edition()
        let dots = edition.areaDots
        #expect(dots.map(\.name) == ["Voorbeeldplein", "Ander gebied"])
        #expect(dots.map(\.isOwn) == [true, false])
        // 140 events over 173 establishments.
        #expect(abs(dots[0].expected - 140.0 * 113 / 173) < 1e-9)
        #expect(abs(dots.map(\.expected).reduce(0, +) - 140) < 1e-9)
        #expect(try ExampleReport().edition().areaDots.isEmpty)
    }
}
