import AnalysisDomain
import Scheme
import Statistics
import Testing

@Suite("Survey results")
struct SurveyOutcomeTests {
    private static func code(_ text: String) -> QuestionCode { made(QuestionCode(text)) }

    private static func question(_ text: String, _ answer: AnswerKind, yes: [String]) -> Question {
        Question(
            code: code(text),
            version: 1,
            text: text,
            answer: answer,
            asked: "allen",
            indicator: .init(id: made(FigureID("enquete.\(text.lowercased())")), name: text, yes: yes)
        )
    }

    private static func further(
        _ text: String,
        _ answer: FurtherAnswer,
        by stratum: FirmGrouping? = nil
    ) -> FurtherQuestion {
        FurtherQuestion(code: code(text), version: 1, text: text, answer: answer, asked: "allen", stratum: stratum)
    }

    private static let questionnaire = Questionnaire(
        id: made(QuestionnaireID("kvo-w-9")),
        kind: .shoppingArea,
        recallMonths: 12,
        questions: [
            question("K1", .choice(["ja", "nee"]), yes: ["ja"]),
            question("B1", .choice(["nooit", "zelden", "soms", "vaak"]), yes: ["nooit", "zelden"]),
            question("F1", .mark(1...10), yes: (6...10).map(String.init)),
        ],
        further: [
            further("A1", .choice(["winkel", "horeca", "anders"]), by: .sector),
            further("I1", .several(["slot", "camera"])),
            further("C1n", .number(1...999)),
            further("L1", .words(longest: 100)),
        ]
    )

    /// So many firms with these answers.
    private static func firms(_ count: Int, _ answers: [String: String]) -> [SurveyResponse] {
        (0..<count).map { number in
            SurveyResponse(
                respondent: made(RespondentCode("R\(number)")),
                answers: Dictionary(uniqueKeysWithValues: answers.map { (code($0.key), $0.value) })
            )
        }
    }

    private static func outcome(
        _ responses: [SurveyResponse],
        of invited: Int = 113,
        by stratum: FirmGrouping? = nil
    ) -> SurveyOutcome {
        SurveyOutcome(of: responses, to: questionnaire, invited: invited, by: stratum)
    }

    @Test("a share has the score interval of the finite list, and the firms that go with it: 16 of 36 in 113")
    func share() throws {
        let responses = Self.firms(16, ["K1": "ja"]) + Self.firms(20, ["K1": "nee"])
        let share = try #require(Self.outcome(responses).questions.first?.share)
        #expect(share.yes == 16 && share.valid == 36 && share.firms == 35...66)
        let estimate = try #require(share.estimate)
        #expect(abs(estimate.p - 16.0 / 36) < 1e-12 && estimate.lower < estimate.p && estimate.p < estimate.upper)
        // 36 of 113 tell as much as more answers of an endless list would.
        #expect(estimate.effectiveSample.map { $0 > 36 } == true)
    }

    @Test("of fewer than 5 answers nothing is told, and of fewer than 10 no percentage")
    func bases() {
        #expect(
            Self.outcome(Self.firms(4, ["K1": "ja", "F1": "7"])).questions.allSatisfy {
                $0.share == nil && $0.parts.isEmpty
            }
        )
        let nine = Self.outcome(Self.firms(9, ["K1": "ja", "F1": "7"])).questions
        #expect(nine[0].share?.yes == 9 && nine[0].share?.estimate == nil && nine[0].share?.firms == nil)
        #expect(nine[2].mean == nil)
    }

    @Test("marks have a mean with its interval and three bands; all equal is no certainty but has no width")
    func marks() throws {
        let equal = try #require(Self.outcome(Self.firms(12, ["F1": "7"])).questions[2].mean)
        #expect(equal.mean == 7 && equal.standardDeviation == 0)
        let camps = Self.outcome(Self.firms(10, ["F1": "4"]) + Self.firms(10, ["F1": "9"])).questions[2]
        #expect(camps.mean?.mean == 6.5)
        #expect(camps.parts.map(\.answer) == ["1-5", "6-7", "8-10"] && camps.parts.map(\.count) == [10, 0, 10])
    }

    @Test("the spread hides small counts on either side of the share, whose two sides are told")
    func spread() {
        let responses =
            Self.firms(12, ["B1": "nooit"]) + Self.firms(6, ["B1": "zelden"]) + Self.firms(7, ["B1": "soms"])
            + Self.firms(2, ["B1": "vaak"])
        let question = Self.outcome(responses).questions[1]
        #expect(question.share?.yes == 18 && question.parts.map(\.count) == [12, 6, nil, nil])
    }

    @Test("groups are told apart, those with small counts hidden; the limits know no number invited")
    func groups() throws {
        let responses =
            Self.firms(10, ["A1": "winkel", "K1": "ja"]) + Self.firms(12, ["A1": "winkel", "K1": "nee"])
            + Self.firms(6, ["A1": "horeca", "K1": "ja"]) + Self.firms(6, ["A1": "horeca", "K1": "nee"])
            + Self.firms(2, ["A1": "anders", "K1": "ja"]) + Self.firms(5, ["K1": "nee"])
        let result = Self.outcome(responses, by: .sector)
        #expect(result.stratum == .sector)
        let groups = try #require(result.questions.first?.groups)
        #expect(groups.map(\.name) == ["winkel", "horeca", "anders", nil])
        #expect(groups.map { $0.share?.yes } == [10, 6, nil, nil])
        #expect(groups[0].share?.firms == nil && groups[0].share?.estimate != nil)
        #expect(groups.allSatisfy { !$0.isEmpty })
        #expect(
            result.further[0].parts.map(\.count) == [22, nil, nil]
                || result.further[0].parts.map(\.count) == [22, 12, nil]
        )
    }

    @Test("without a question for the groups the area is told as a whole")
    func noGroups() {
        let result = Self.outcome(Self.firms(12, ["K1": "ja"]), by: .size)
        #expect(result.stratum == nil && result.questions.allSatisfy(\.groups.isEmpty))
    }

    @Test("further questions are counted, and a sum that few firms make up is hidden")
    func furtherQuestions() {
        let few = Self.firms(8, ["I1": "slot|camera"]) + Self.firms(3, ["I1": "camera", "C1n": "9"])
        let hidden = Self.outcome(few).further
        #expect(hidden[1].parts.map(\.count) == [8, 11] && hidden[2].total == nil && hidden[2].valid == nil)
        let told = Self.outcome(Self.firms(10, ["C1n": "3"])).further[2]
        #expect(told.total == 30 && told.per100 == 300)
        let small = Self.outcome(Self.firms(8, ["I1": "slot"]) + Self.firms(3, ["I1": "camera"])).further[1]
        #expect(small.parts.map(\.count) == [8, nil])
    }

    @Test("the margin falls to 0 when everybody answers, and is that of the field's own example")
    func margin() throws {
        let progress = SurveyProgress(answers: 36, invited: 113, needed: 34)
        #expect(try #require(progress.margin).rounded(toPlaces: 3) == 0.135)
        #expect(try #require(progress.marginNeeded) > 0.135)
        #expect(SurveyProgress(answers: 20, invited: 20, needed: 0).margin == 0)
        #expect(SurveyProgress(answers: 0, invited: 20, needed: 0).margin == nil)
    }
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> Double {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
