import AnalysisDomain
import Tabular

/// Collects the answers of a file, one respondent after the other.
struct AnswerSheet {
    /// The answers so far.
    private(set) var responses: [SurveyResponse] = []
    private var lines: [RespondentCode: Int] = [:]
    private var respondent: RespondentCode?
    private var answers: [QuestionCode: String] = [:]
    private var remarks: [QuestionCode: String] = [:]

    /// Begins the answers of a respondent, who must not stand in the file already.
    mutating func begin(
        _ name: RespondentCode,
        called text: String,
        on line: Int,
        _ place: Place
    ) throws(ImportError) {
        if let first = lines.updateValue(line, forKey: name) {
            throw .repeatedRespondent(text, firstLine: first, place)
        }
        (respondent, answers, remarks) = (name, [:], [:])
    }

    /// Adds an answer as the questionnaire writes it; an empty text is none.
    mutating func add(_ text: String, to question: Question, _ place: Place) throws(ImportError) {
        guard !text.isEmpty else { return }
        guard question.answer.allows(text) else {
            throw .unknownAnswer(text, question: question.code.text, allowed: question.answer.description, place)
        }
        answers[question.code] = text
    }

    /// Adds an answer to a question without an indicator; an empty text is none.
    mutating func add(_ text: String, to question: FurtherQuestion, _ place: Place) throws(ImportError) {
        guard !text.isEmpty else { return }
        guard question.answer.parts(of: text) != nil else {
            throw .unknownAnswer(text, question: question.code.text, allowed: question.answer.description, place)
        }
        if question.isOpen { remarks[question.code] = text } else { answers[question.code] = text }
    }

    /// Ends the answers of the respondent, who must have answered something.
    mutating func end(called text: String, _ place: Place) throws(ImportError) {
        guard let respondent, !answers.isEmpty || !remarks.isEmpty else { throw .noAnswers(text, place) }
        responses.append(SurveyResponse(respondent: respondent, answers: answers, remarks: remarks))
    }
}
