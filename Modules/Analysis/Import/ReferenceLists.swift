import AnalysisDomain
import Scheme

/// The form of `questionnaires.json`, oldest first.
struct QuestionnaireList: Decodable {
    struct Questionnaire: Decodable {
        let id: QuestionnaireID
        let kind: AreaKind
        let recallMonths: Int
        let questions: [Question]
    }

    struct Question: Decodable {
        let id: QuestionCode
        let version: Int
        let text: String
        let answer: Answer
        let asked: String
        let indicator: Indicator
    }

    struct Answer: Decodable {
        let options: [String]?
        let lowest: Int?
        let highest: Int?

        var kind: AnswerKind? {
            if let options { return .choice(options) }
            guard let lowest, let highest, lowest <= highest else { return nil }
            return .mark(lowest...highest)
        }
    }

    struct Indicator: Decodable {
        let id: String
        let name: String
        let yes: [String]
    }

    let questionnaires: [Questionnaire]
}

/// The form of `crime-types.json`.
struct CrimeList: Decodable {
    struct Entry: Decodable {
        let code: CrimeCode
        let title: String
        let relevantFor: [AreaKind]
    }

    let types: [Entry]
}

/// The form of `fire-categories.json`.
struct FireList: Decodable {
    struct Entry: Decodable {
        let code: FireCategoryCode
        let name: String
    }

    let categories: [Entry]
}

/// The form of `finding-codes.json`.
struct FindingList: Decodable {
    let categories: [String]
    let severities: [String]
    let owners: [String]
}
