import AnalysisDomain
import AnalysisImport
import Scheme
import Testing

@Suite("Survey file")
struct SurveyFileTests {
    private let questionnaire = Questionnaire(
        id: made(QuestionnaireID("kvo-w-1")),
        kind: .shoppingArea,
        recallMonths: 12,
        questions: [
            question("B1", .choice(["nooit", "vaak"])), question("F1", .mark(1...10)),
        ]
    )

    private static func question(_ code: String, _ answer: AnswerKind) -> Question {
        Question(
            code: made(QuestionCode(code)),
            version: 1,
            text: code,
            answer: answer,
            asked: "allen",
            indicator: .init(id: made(FigureID("enquete.\(code)")), name: code, yes: ["nooit"])
        )
    }

    private func read(_ text: String, known: [String] = []) throws(ImportError) -> [SurveyResponse] {
        try SurveyFile.read(
            Array(text.utf8),
            of: questionnaire,
            known: Set(known.compactMap(RespondentCode.init))
        )
    }

    @Test("answers are read by column name, and an empty field is no answer")
    func reading() throws {
        let responses = try read("F1;respondent;B1\n7;AB12;nooit\n;CD34;vaak\n")
        #expect(
            responses == [
                SurveyResponse(
                    respondent: made(RespondentCode("AB12")),
                    answers: [made(QuestionCode("B1")): "nooit", made(QuestionCode("F1")): "7"]
                ),
                SurveyResponse(respondent: made(RespondentCode("CD34")), answers: [made(QuestionCode("B1")): "vaak"]),
            ]
        )
    }

    @Test(
        "a faulty file is refused with the line and the column",
        arguments: [
            ("respondent;B1;F1;Z9\nA;nooit;7;x\n", "1:18", "the column \u{201c}Z9\u{201d} is not known"),
            ("respondent;B1\nA;nooit\n", "1:1", "the header lacks \"F1\""),
            ("respondent;B1;B1;F1\nA;nooit;vaak;1\n", "1:15", "stands in the header twice"),
            (
                "respondent;B1;F1\nA;nooit;7\nB;soms;7\n", "3:3",
                "\u{201c}soms\u{201d} is no answer to question B1; it allows"
            ),
            ("respondent;B1;F1\nA;nooit;11\n", "2:9", "a whole number from 1 to 10"),
            ("respondent;B1;F1\nA;nooit;07\n", "2:9", "is no answer to question F1"),
            ("respondent;B1;F1\nA;nooit;7\nB;vaak;7\nA;vaak;7\n", "4:1", "already answered on line 2"),
            ("respondent;B1;F1\nA;nooit;7\nZ9;vaak;7\n", "3:1", "already answered in an earlier file"),
            ("respondent;B1;F1\nA;nooit\n", "2:3", "the row has 2 fields where the header has 3"),
            ("respondent;B1;F1\nA;nooit;7;8\n", "2:11", "the row has 4 fields where the header has 3"),
            ("respondent;B1;F1\n;nooit;7\n", "2:1", "\u{201c}respondent\u{201d} is empty"),
            ("respondent;B1;F1\njan@bedrijf.nl;nooit;7\n", "2:1", "is not a respondent code"),
            ("respondent;B1;F1\nA;;\n", "2:1", "respondent A answered nothing at all"),
            ("respondent;B1;F1\n", "1:1", "a header and no rows"),
            ("", "whole file", "holds no header line"),
        ]
    )
    func refusals(text: String, place: String, words: String) throws {
        let refusal = try #require(Refusal { () throws(ImportError) in try read(text, known: ["Z9"]) })
        #expect(refusal.place == place)
        #expect(refusal.sentence.contains(words))
    }

    @Test("bytes that are not UTF-8 are refused with their place")
    func badBytes() throws {
        let bytes = Array("respondent;B1;F1\nA;no".utf8) + [0xE9, 0x69] + Array("t;7\n".utf8)
        let refusal = try #require(
            Refusal { () throws(ImportError) in try SurveyFile.read(bytes, of: questionnaire, known: []) }
        )
        #expect(refusal.place == "2:5")
        #expect(refusal.sentence.contains("not UTF-8"))
    }

    @Test(
        "the example surveys are read with the questionnaires that ship",
        arguments: [
            ("doorn-centrum", "kvo-w-2", 0, 30), ("doorn-centrum", "kvo-w-2", 1, 33), ("de-meent", "kvo-b-2", 0, 12),
            ("de-meent", "kvo-b-2", 1, 13),
        ]
    )
    func examples(area: String, id: String, measurement: Int, count: Int) throws {
        let questionnaire = try #require(try shipped.get().questionnaires[made(QuestionnaireID(id))])
        let bytes = try Examples.bytes("\(area)/enquete-\(measurement)-meting.csv")
        let responses = try SurveyFile.read(bytes, of: questionnaire, known: [])
        #expect(responses.count == count)
        #expect(questionnaire.tally(responses).indicators.allSatisfy { $0.yes <= $0.valid && $0.valid <= count })
    }
}
