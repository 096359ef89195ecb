import AnalysisDomain
import Scheme
import Statistics
import Testing

@Suite("Linking the answers of two measurements")
struct LinkingTests {
    private func response(_ code: String, _ answers: [String: String]) -> SurveyResponse {
        SurveyResponse(
            respondent: made(RespondentCode(code)),
            answers: Dictionary(uniqueKeysWithValues: answers.map { (made(QuestionCode($0.key)), $0.value) })
        )
    }

    @Test("the same code is the same establishment; the rest answered once")
    func linking() throws {
        let before = [
            response("A", ["K1": "ja"]), response("B", ["K1": "ja"]), response("C", ["K1": "nee"]),
            response("D", ["K1": "nee"]), response("E", ["K1": "ja"]),
        ]
        let after = [
            response("A", ["K1": "ja"]), response("B", ["K1": "nee"]), response("C", ["K1": "ja"]),
            response("D", ["K1": "nee"]), response("F", ["K1": "nee"]), response("G", ["K1": "ja"]),
        ]
        let links = try #require(Example.shop.linked(after, with: Example.shop, before).first)
        #expect(links.pairs == PairedTable(yesYes: 1, yesNo: 1, noYes: 1, noNo: 1))
        #expect((links.onlyBefore.yes, links.onlyBefore.valid) == (1, 1))
        #expect((links.onlyAfter.yes, links.onlyAfter.valid) == (1, 2))
    }

    @Test("who left the question open in one measurement answered it once")
    func openQuestion() throws {
        let links = try #require(
            Example.shop.linked(
                [response("A", ["K1": "ja"]), response("B", [:])],
                with: Example.shop,
                [response("A", [:]), response("B", ["K1": "nee"])]
            ).first
        )
        #expect(links.pairs == PairedTable(yesYes: 0, yesNo: 0, noYes: 0, noNo: 0))
        #expect(links.onlyBefore.valid == 1 && links.onlyAfter.valid == 1)
    }

    @Test("a question in other words is not linked")
    func reworded() {
        let answers = [response("A", ["K1": "ja", "C1": "ja"])]
        let links = Example.shopNext.linked(answers, with: Example.shop, answers)
        #expect(links.map(\.figure.text) == ["enquete.kent-kvo"])
        #expect(Example.shop.linked(answers, with: Example.park, answers).map(\.figure.text) == ["enquete.kent-kvo"])
    }
}
