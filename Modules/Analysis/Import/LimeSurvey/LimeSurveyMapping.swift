package import AnalysisDomain
import FoundationEssentials
import Tabular

/// Which column and which answers of a LimeSurvey stand for those of a questionnaire; a JSON file.
///
/// `{"questionnaire": "kvo-b-2", "questions": {"B1": {"column": "G01Q01", "answers": {"A1": "nooit"}}}}`. A question that
/// allows several answers has `columns`, each with the answer that it stands for.
package struct LimeSurveyMapping: Sendable {
    /// How one question stands in the file.
    struct Entry: Decodable {
        /// The heading of the question's column: its code, or its whole text.
        let column: String?
        /// The answers of a question that allows several, by the heading of their columns.
        let columns: [String: String]?
        /// Our answers by those of LimeSurvey, codes or texts; an answer that is ours already needs none.
        let answers: [String: String]?
    }

    private struct Form: Decodable {
        let questionnaire: String
        let respondent: String?
        let submitted: String?
        let noAnswer: [String]?
        let questions: [String: Entry]
    }

    /// The heading of the column with the response code; `token` unless the mapping says otherwise.
    let respondent: String
    /// The heading of the column that is empty while a response is incomplete; `submitdate` unless said otherwise.
    let submitted: String
    /// What stands where a question was not put.
    let noAnswer: Set<String>
    /// The questions by their codes.
    let entries: [QuestionCode: Entry]

    /// Reads a mapping to a questionnaire.
    ///
    /// - Throws: A refusal with the place of the first fault.
    package init(parsing bytes: [UInt8], to questionnaire: Questionnaire) throws(ImportError) {
        let places = try JSONPlaces(bytes)
        let form = try Self.decode(bytes, places)
        guard form.questionnaire == questionnaire.id.text else {
            let fault = SurveyFault.otherQuestionnaire(form.questionnaire, survey: questionnaire.id.text)
            throw .survey(fault, places.place(of: ["questionnaire"]))
        }
        respondent = form.respondent ?? "token"
        submitted = form.submitted ?? "submitdate"
        noAnswer = Set(form.noAnswer ?? ["N/A", "n.v.t.", "N.v.t."])
        var entries: [QuestionCode: Entry] = [:]
        for (text, entry) in form.questions.sorted(by: { $0.key < $1.key }) {
            guard let code = QuestionCode(text), let question = questionnaire.mapped(code) else {
                let fault = SurveyFault.unknownQuestion(text, questionnaire: questionnaire.id.text)
                throw .survey(fault, places.place(of: ["questions", text]))
            }
            try Self.check(entry, question, code, places)
            entries[code] = entry
        }
        self.entries = entries
        let missing = questionnaire.questions.filter { !$0.isOptional && entries[$0.code] == nil }.map(\.code.text)
        guard missing.isEmpty else {
            let fault = SurveyFault.missingQuestions(missing, questionnaire: questionnaire.id.text)
            throw .survey(fault, places.place(of: ["questions"]))
        }
    }

    private static func decode(_ bytes: [UInt8], _ places: JSONPlaces) throws(ImportError) -> Form {
        do {
            return try JSONDecoder().decode(Form.self, from: Data(bytes))
        } catch let DecodingError.keyNotFound(key, context) {
            let path = context.codingPath.map(\.stringValue)
            throw .survey(.unreadableMapping("\u{201c}\(key.stringValue)\u{201d} is missing"), places.place(of: path))
        } catch let DecodingError.typeMismatch(_, context) {
            let path = context.codingPath.map(\.stringValue)
            let why = "\u{201c}\(path.last ?? "it")\u{201d} is of another kind than it should be"
            throw .survey(.unreadableMapping(why), places.place(of: path))
        } catch {
            throw .survey(.unreadableMapping("it is no JSON of the form that is expected"), places.place(of: []))
        }
    }

    private static func check(
        _ entry: Entry,
        _ question: MappedQuestion,
        _ code: QuestionCode,
        _ places: JSONPlaces
    ) throws(ImportError) {
        let path = ["questions", code.text]
        guard (entry.columns != nil) == question.isSeveral, (entry.column != nil) != question.isSeveral else {
            throw .survey(.unfitColumns(question: code.text, isSeveral: question.isSeveral), places.place(of: path))
        }
        let answers =
            (entry.answers ?? [:]).map { (["answers", $0.key], $0.value) }
            + (entry.columns ?? [:]).map { (["columns", $0.key], $0.value) }
        for (name, answer) in answers.sorted(by: { $0.0.lexicographicallyPrecedes($1.0) })
        where !question.allows(answer) {
            let fault = SurveyFault.unfitAnswer(answer, question: code.text, allowed: question.description)
            throw .survey(fault, places.place(of: path + name))
        }
    }
}
