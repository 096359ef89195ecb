import AnalysisDomain
import Scheme

/// The form of `questionnaires.json`, oldest first.
struct QuestionnaireList: Decodable {
    struct Questionnaire: Decodable {
        let id: QuestionnaireID
        let kind: AreaKind
        let recallMonths: Int
        let questions: [Question]
        let further: [Further]?
    }

    struct Question: Decodable {
        let id: QuestionCode
        let version: Int
        let text: String
        let answer: Answer
        let asked: String
        let indicator: Indicator
        let optional: Bool?
    }

    /// A question without an indicator.
    struct Further: Decodable {
        let id: QuestionCode
        let version: Int
        let text: String
        let answer: FurtherAnswer
        let asked: String
        let stratum: String?
    }

    struct FurtherAnswer: Decodable {
        let type: String
        let options: [String]?
        let lowest: Int?
        let highest: Int?
        let longest: Int?

        var kind: AnalysisDomain.FurtherAnswer? {
            switch type {
            case "choice": return options.map { .choice($0) }
            case "several":
                return options.flatMap { options in
                    options.contains { $0.contains(AnalysisDomain.FurtherAnswer.separator) } ? nil : .several(options)
                }
            case "number":
                guard let lowest, let highest, lowest <= highest else { return nil }
                return .number(lowest...highest)
            case "words": return longest.map { .words(longest: $0) }
            default: return nil
            }
        }
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

/// The form of `problems.json`.
struct ProblemList: Decodable {
    struct Figure: Decodable {
        let id: FigureID
        let theme: String?
        let yesIsGood: Bool
        let isChance: Bool
        let problems: [ProblemKey]
    }

    let likelihoods: [Double]
    let impacts: [String: Int]
    let figures: [Figure]
}

/// The form of `measures.json`.
struct MeasureList: Decodable {
    struct Entry: Decodable {
        let id: LocalID
        let name: String
        let problems: [ProblemKey]
        let mechanism: String
        let grade: String
        let source: String
        let sourceStatus: String
        let note: String
    }

    let measures: [Entry]
}

/// The form of `finding-codes.json`.
struct FindingList: Decodable {
    let categories: [String]
    let severities: [String]
    let owners: [String]
}
