import Contracts
import Foundation
import Scheme
import Testing

@testable import Report

@Suite("Texts")
struct TextsTests {
    private let dutch: Texts
    private let english: Texts

    init() throws { (dutch, english) = (try Texts(.dutch), try Texts(.english)) }

    @Test("Dutch numbers have a decimal comma, dots for thousands and a true minus sign")
    func dutchNumbers() {
        #expect(dutch.write(.count(1465)) == "1.465")
        #expect(dutch.write(.count(27612)) == "27.612")
        #expect(dutch.write(.count(1_000_000)) == "1.000.000")
        #expect(dutch.write(.count(999)) == "999")
        #expect(dutch.write(.number(12.25, decimals: 1)) == "12,3")
        #expect(dutch.write(.number(-0.5, decimals: 1)) == "\u{2212}0,5")
        #expect(dutch.write(.number(1465.05, decimals: 2)) == "1.465,05")
        #expect(dutch.percent(9.0 / 27) == "33\u{A0}%")
    }

    @Test("English numbers have a decimal point, commas for thousands and no space before the percent sign")
    func englishNumbers() {
        #expect(english.write(.count(1465)) == "1,465")
        #expect(english.write(.number(-12.25, decimals: 1)) == "\u{2212}12.3")
        #expect(english.percent(9.0 / 27) == "33%")
    }

    @Test(
        "a change has its sign, and one that rounds to nought has none",
        arguments: [
            (-37.2, "\u{2212}37"), (33.4, "+33"), (0, "0"), (0.4, "0"), (-0.4, "0"), (0.5, "+1"), (1465, "+1.465"),
        ]
    )
    func signs(value: Double, text: String) {
        #expect(dutch.write(.signed(value)) == text)
    }

    @Test("what is no number, or beyond any figure, is a dash", arguments: [Double.nan, .infinity, -.infinity, 1e300])
    func noNumber(value: Double) {
        #expect(dutch.write(.number(value, decimals: 1)) == "–")
        #expect(dutch.write(.signed(value)) == "–")
    }

    @Test("a calendar year is written as a year, other spans by their months")
    func periods() throws {
        let months = try ["2024-01", "2024-12", "2025-11"].map { try #require(CalendarMonth($0)) }
        #expect(dutch.write(.months(months[0], months[1])) == "2024")
        #expect(dutch.write(.months(months[1], months[2])) == "december 2024 t/m november 2025")
        #expect(dutch.write(.months(months[1], months[1])) == "december 2024")
        #expect(dutch.write(.day(ExampleReport.day)) == "26 januari 2026")
        #expect(english.write(.day(ExampleReport.day)) == "26 January 2026")
    }

    @Test("both languages have the same sentences with the same places")
    func sameKeys() {
        #expect(dutch.keys == english.keys)
        #expect(dutch.keys.count > 300)
    }

    @Test("every fixed sentence of a report has its text", arguments: ReportNoteKey.allCases)
    func notes(key: ReportNoteKey) {
        #expect(dutch.has(key.rawValue))
        #expect(english.has(key.rawValue))
    }

    @Test("every value that a report shows in words has its text")
    func vocabulary() {
        let keys =
            GoalGrade.allCases.flatMap { ["doel.\($0.rawValue)", "doel.\($0.rawValue).uitleg"] }
            + SurveyTheme.allCases.map { "thema.\($0.rawValue)" } + AreaKind.allCases.map { "gebied.\($0.rawValue)" }
            + InspectionKind.allCases.map { "ronde.\($0.rawValue)" }
            + EvidenceGrade.allCases.map { "bewijs.\($0.rawValue)" }
            + MeasureStatus.allCases.map { "maatregel.\($0.rawValue)" }
            + ChangeMethod.allCases.flatMap { method in
                ["methode.\(method.rawValue)", "methode.\(method.rawValue).kort"]
                    + ["", ".laagste", ".hoogste"].map { "grootheid.toets.\(method.rawValue)\($0)" }
            } + (1...5).flatMap { ["kans.\($0)", "ernst.\($0)"] } + (1...12).map { "maand.\($0)" }
        #expect(keys.filter { !dutch.has($0) }.isEmpty)
    }

    @Test("every text that the code names is in the catalogue, and none is there for nothing")
    func namedKeys() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../Modules/Report"
        ).standardizedFileURL
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        let code = try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
        let named = code.matches(of: /texts\(\s*"([a-z][A-Za-z0-9.-]*)"/).map { String($0.1) }
        #expect(named.count > 60)
        #expect(Set(named).filter { !dutch.has($0) }.sorted() == [])
        let literals = Set(code.matches(of: /"([A-Za-z0-9_.-]+)"/).map { String($0.1) })
        // The parts of the catalogue whose last words are values of the figures, or are put together by the code.
        let families = [
            "grootheid.", "kolom.", "kop.", "csv.", "maand.", "thema.", "gebied.", "ronde.", "bewijs.", "kans.",
            "ernst.", "maatregel.", "methode.", "doel.", "kleur.", "enquete.", "kort.", "grafiek.doelen.", "feit.",
        ]
        let notes = Set(ReportNoteKey.allCases.map(\.rawValue))
        let unused = dutch.keys.keys.filter { key in
            !literals.contains(key) && !notes.contains(key) && !families.contains { key.hasPrefix($0) }
        }
        #expect(unused.sorted() == [])
        for family in ["grootheid.", "kolom.", "kop.", "feit."] {
            let lost = dutch.keys.keys.filter { key in
                key.hasPrefix(family) && !key.contains("toets.") && !code.contains("\"\(key.dropFirst(family.count))\"")
                    && !literals.contains(key)
            }
            #expect(lost.sorted() == [])
        }
    }

    @Test("the form for one is taken for exactly one")
    func singular() {
        #expect(dutch("soort.registratie", ["k": .count(1), "naam": .text("X")]) == "registratie van ‘X’")
        #expect(dutch("soort.registratie", ["k": .count(0), "naam": .text("X")]) == "registraties van ‘X’")
        #expect(dutch("soort.registratie", ["k": .count(2), "naam": .text("X")]) == "registraties van ‘X’")
    }

    @Test("what fills a place is not filled again")
    func noSecondFilling() {
        let text = dutch("knelpunt.eerste", ["knelpunt": .text("{titel}"), "titel": .text("{knelpunt}")])
        #expect(text == "Het ernstigste knelpunt is {titel}: {knelpunt}.")
    }
}
