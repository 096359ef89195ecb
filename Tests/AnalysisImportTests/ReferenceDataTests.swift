import AnalysisDomain
import AnalysisImport
import Foundation
import Scheme
import Testing

@Suite("Lists that ship")
struct ReferenceDataTests {
    @Test("the crime list has 59 types, of which those that matter are marked per kind of area")
    func crimes() throws {
        let crimes = try shipped.get().crimes
        #expect(crimes.types.count == 59 && Set(crimes.types.map(\.code)).count == 59)
        #expect(crimes.types.allSatisfy { $0.code.text == "0.0.0" || $0.title.hasPrefix($0.code.text + " ") })
        let shops = crimes.relevant(for: .shoppingArea).map(\.code.text)
        let parks = crimes.relevant(for: .businessPark).map(\.code.text)
        #expect(shops.count == 17 && shops.contains("2.5.2") && !shops.contains("1.6.1"))
        #expect(parks.count == 13 && parks.contains("1.6.1") && !parks.contains("2.5.2"))
    }

    @Test("each questionnaire is the newest of its kind, with different codes and indicators")
    func questionnaires() throws {
        let catalogue = try shipped.get().questionnaires
        #expect(catalogue.newest(for: .shoppingArea)?.id.text == "kvo-w-1")
        #expect(catalogue.newest(for: .businessPark)?.id.text == "kvo-b-1")
        #expect(catalogue.newest(for: .ruralArea) == nil)
        for questionnaire in catalogue.all {
            #expect(Set(questionnaire.questions.map(\.code)).count == questionnaire.questions.count)
            #expect(Set(questionnaire.questions.map(\.indicator.id)).count == questionnaire.questions.count)
        }
    }

    @Test("every answer that counts as yes is one that the question allows")
    func yesAnswers() throws {
        for question in try shipped.get().questionnaires.all.flatMap(\.questions) {
            #expect(question.indicator.yes.allSatisfy(question.answer.allows), "question \(question.code)")
        }
    }

    @Test("the questionnaires are those of the proposal among the examples")
    func proposal() throws {
        let folder = Examples.folder.deletingLastPathComponent()
        let own = folder.appending(path: "Modules/Analysis/Import/Resources/questionnaires.json")
        #expect(try Examples.bytes("questionnaire-proposal.json") == Array(try Data(contentsOf: own)))
    }
}
