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
        #expect(catalogue.newest(for: .shoppingArea)?.id.text == "kvo-w-2")
        #expect(catalogue.newest(for: .businessPark)?.id.text == "kvo-b-2")
        #expect(catalogue.newest(for: .ruralArea) == nil)
        for questionnaire in catalogue.all {
            let codes = questionnaire.questions.map(\.code) + questionnaire.further.map(\.code)
            #expect(Set(codes).count == codes.count)
            #expect(Set(questionnaire.questions.map(\.indicator.id)).count == questionnaire.questions.count)
        }
    }

    @Test("every answer that counts as yes is one that the question allows")
    func yesAnswers() throws {
        for question in try shipped.get().questionnaires.all.flatMap(\.questions) {
            #expect(question.indicator.yes.allSatisfy(question.answer.allows), "question \(question.code)")
        }
    }

    @Test(
        "the newest questionnaires have every block of the skeleton, from the firm to remarks",
        arguments: [AreaKind.shoppingArea, .businessPark]
    )
    func skeleton(kind: AreaKind) throws {
        let questionnaire = try #require(try shipped.get().questionnaires.newest(for: kind))
        let codes = questionnaire.questions.map(\.code.text) + questionnaire.further.map(\.code.text)
        #expect(Set(codes.compactMap(\.first)) == Set("ABCDEFGHIJKL"))
        #expect(questionnaire.question(of: .sector)?.code.text == "A1")
        #expect(questionnaire.question(of: .size)?.code.text == "A2")
        #expect(questionnaire.further.filter(\.isOpen).map(\.code.text) == ["L1"])
    }

    @Test("a question of version 1 stands in version 2 in the same words, so that both can be compared")
    func sameWords() throws {
        let catalogue = try shipped.get().questionnaires
        for (old, new) in [("kvo-w-1", "kvo-w-2"), ("kvo-b-1", "kvo-b-2")] {
            let old = try #require(catalogue[made(QuestionnaireID(old))])
            let new = try #require(catalogue[made(QuestionnaireID(new))])
            let added = new.questions.filter { !old.questions.contains($0) }
            #expect(old.questions.allSatisfy(new.questions.contains))
            #expect(!added.isEmpty && added.allSatisfy(\.isOptional))
        }
    }

    @Test("the questionnaires are those of the proposal among the examples")
    func proposal() throws {
        let folder = Examples.folder.deletingLastPathComponent()
        let own = folder.appending(path: "Modules/Analysis/Import/Resources/questionnaires.json")
        #expect(try Examples.bytes("questionnaire-proposal.json") == Array(try Data(contentsOf: own)))
    }

    @Test(
        "every question has a theme, and every type of crime that matters tells of a problem, but for totals and rests"
    )
    func problems() throws {
        let data = try shipped.get()
        for question in data.questionnaires.all.flatMap(\.questions) {
            #expect(data.problems.theme(of: question.indicator.id) != nil, "\(question.indicator.id)")
        }
        let silent = data.crimes.types.filter { type in
            !type.relevantFor.isEmpty && data.problems.entry(of: .crime(type.code)) == nil
        }
        #expect(silent.map(\.code.text) == ["0.0.0", "1.6.2"])
        #expect(data.problems.impact(of: .crime(made(CrimeCode("2.5.1"))).per100) == 4)
        #expect(data.problems.likelihoods == [0.01, 0.05, 0.15, 0.4])
    }

    @Test("what the guide tells of figures is about figures that exist")
    func knownFigures() throws {
        let data = try shipped.get()
        let figures =
            data.questionnaires.all.flatMap(\.questions).map(\.indicator.id) + data.crimes.types.map { .crime($0.code) }
            + data.fireCategories.map { .fire($0.code) } + [.findings, .openFindings]
        #expect(Set(data.problems.entries.keys).subtracting(figures).isEmpty)
    }

    @Test("the catalogue has 42 measures, and one for each problem that figures tell of but two")
    func measures() throws {
        let data = try shipped.get()
        #expect(data.measures.all.map(\.id.text) == (1...42).map { $0 < 10 ? "M0\($0)" : "M\($0)" })
        #expect(
            CatalogueMeasure.Grade.allCases.map { grade in data.measures.all.count { $0.grade == grade } } == [
                7, 16, 15, 4,
            ]
        )
        let keys = Set(data.problems.entries.values.flatMap(\.problems))
        let bare = keys.filter { key in !data.measures.all.contains { $0.problems.contains(key) } }
        #expect(bare.map(\.text).sorted() == ["onechte_melding", "zakkenrollerij"])
        let burglary = data.measures.measures(for: [made(ProblemKey("inbraak_bedrijf"))]).map(\.id.text)
        #expect(burglary.first == "M01" && burglary.contains("M11") && burglary.suffix(2) == ["M05", "M41"])
    }
}
