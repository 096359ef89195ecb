package import AnalysisDomain
import FoundationEssentials
import Scheme

extension ReferenceData {
    /// Reads the lists that ship with the program.
    ///
    /// - Throws: ``ImportError/damagedList(name:why:)``, which only a changed list can bring about.
    package static func shipped() throws(ImportError) -> ReferenceData {
        let questionnaires: QuestionnaireList = try decode("questionnaires", PackageResources.questionnaires_json)
        let crimes: CrimeList = try decode("crime-types", PackageResources.crime_types_json)
        let fires: FireList = try decode("fire-categories", PackageResources.fire_categories_json)
        let findings: FindingList = try decode("finding-codes", PackageResources.finding_codes_json)
        let problems: ProblemList = try decode("problems", PackageResources.problems_json)
        let measures: MeasureList = try decode("measures", PackageResources.measures_json)
        return ReferenceData(
            questionnaires: QuestionnaireCatalogue(try list(questionnaires)),
            crimes: CrimeTypeList(
                crimes.types.map { CrimeType(code: $0.code, title: $0.title, relevantFor: $0.relevantFor) }
            ),
            fireCategories: fires.categories.map { FireCategory(code: $0.code, name: $0.name) },
            findingCodes: FindingCodes(
                categories: findings.categories,
                severities: findings.severities,
                owners: findings.owners
            ),
            problems: try ProblemGuide(problems),
            measures: try MeasureCatalogue(measures)
        )
    }

    private static func decode<List: Decodable>(_ name: String, _ bytes: [UInt8]) throws(ImportError) -> List {
        do {
            return try JSONDecoder().decode(List.self, from: Data(bytes))
        } catch {
            throw .damagedList(name: name, why: "\(error)")
        }
    }

    private static func list(_ form: QuestionnaireList) throws(ImportError) -> [Questionnaire] {
        var list: [Questionnaire] = []
        for entry in form.questionnaires { list.append(try questionnaire(entry)) }
        return list
    }

    private static func questionnaire(
        _ form: QuestionnaireList.Questionnaire
    ) throws(ImportError) -> Questionnaire {
        var questions: [Question] = []
        for question in form.questions {
            guard let indicator = FigureID("enquete.\(question.indicator.id)") else {
                throw .damagedList(name: "questionnaires", why: "\(question.indicator.id) is no indicator")
            }
            guard let answer = question.answer.kind else {
                throw .damagedList(name: "questionnaires", why: "\(question.id) has no answers")
            }
            questions.append(
                Question(
                    code: question.id,
                    version: question.version,
                    text: question.text,
                    answer: answer,
                    asked: question.asked,
                    indicator: .init(id: indicator, name: question.indicator.name, yes: question.indicator.yes),
                    isOptional: question.optional ?? false
                )
            )
        }
        return Questionnaire(
            id: form.id,
            kind: form.kind,
            recallMonths: form.recallMonths,
            questions: questions,
            further: try further(form.further ?? [])
        )
    }

    private static func further(_ forms: [QuestionnaireList.Further]) throws(ImportError) -> [FurtherQuestion] {
        var questions: [FurtherQuestion] = []
        for form in forms {
            guard let answer = form.answer.kind else {
                throw .damagedList(name: "questionnaires", why: "\(form.id) has no answers")
            }
            let stratum = form.stratum.flatMap(FirmGrouping.init)
            guard stratum != nil || form.stratum == nil else {
                throw .damagedList(name: "questionnaires", why: "\(form.id) makes unknown groups")
            }
            questions.append(
                FurtherQuestion(
                    code: form.id,
                    version: form.version,
                    text: form.text,
                    answer: answer,
                    asked: form.asked,
                    stratum: stratum
                )
            )
        }
        return questions
    }
}
