import Contracts
import Testing

@testable import Console

@Suite("Survey results for a person")
struct SurveyTextTests {
    private static let share = ShareResult(
        yes: 9,
        valid: 27,
        value: 9.0 / 27,
        lower: 0.2151,
        upper: 0.4779,
        firmsLower: 14,
        firmsUpper: 29
    )

    private static func question(
        _ share: ShareResult?,
        parts: [AnswerPart] = [],
        groups: [GroupResult] = []
    ) -> QuestionResult {
        QuestionResult(
            code: "C1",
            version: 1,
            text: "Vraag?",
            indicator: "enquete.x",
            name: "Naam",
            share: share,
            parts: parts,
            groups: groups
        )
    }

    @Test("a share is a count before a percentage, with its interval and the firms of the whole area")
    func share() {
        #expect(
            SurveyText.rows(Self.question(Self.share)) == [["C1", "Naam", "9 of 27 (33 %)", "22–48 %", "14–29", ""]]
        )
        #expect(SurveyText.rows(Self.question(nil)) == [["C1", "Naam", "–", "", "", ""]])
    }

    @Test("a hidden count says so, which is not 0")
    func hidden() {
        let rows = SurveyText.rows(
            Self.question(
                Self.share,
                parts: [AnswerPart(answer: "nooit", count: 9), AnswerPart(answer: "zelden", count: nil)],
                groups: [GroupResult(name: "horeca", isEmpty: false), GroupResult(name: nil, isEmpty: true)]
            )
        )
        #expect(rows.dropFirst().map { $0[2] } == ["9", "hidden", "hidden", "0"])
        #expect(rows.last?[1] == "  not told")
    }

    @Test("marks that are all equal are no certainty, and limits stay within the scale")
    func marks() {
        func cell(_ mark: MarkResult) -> String? {
            let question = QuestionResult(
                code: "F1",
                version: 1,
                text: "",
                indicator: "",
                name: "",
                marks: mark,
                parts: [],
                groups: []
            )
            return SurveyText.rows(question).first?.last
        }
        #expect(
            cell(MarkResult(count: 12, mean: 7, deviation: 0, lower: 7, upper: 7, allEqual: true)) == "7.0 (all equal)"
        )
        #expect(
            cell(MarkResult(count: 12, mean: 9.5, deviation: 1, lower: 8.86, upper: 10.2, allEqual: false))
                == "9.5 (8.9–10.0)"
        )
    }

    @Test("a question without an indicator is one line; one that too few answered is none")
    func further() {
        let told = FurtherResult(
            code: "C1n",
            version: 1,
            text: "Hoe vaak?",
            valid: 12,
            parts: [],
            total: 30,
            per100: 250
        )
        #expect(
            SurveyText.lines(told) == [
                "C1n  Hoe vaak? (12 answered): 30 in all, 250.0 for each 100 firms that answered"
            ]
        )
        #expect(SurveyText.lines(FurtherResult(code: "L1", version: 1, text: "Nog iets?", parts: [])).isEmpty)
    }

    @Test("a margin is told in points with one decimal")
    func points() {
        #expect(SurveyText.points(0.13487) == 13.5)
        #expect(SurveyText.part(36, of: 113) == "36 of 113 (32 %)")
    }
}
