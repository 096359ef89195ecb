package import AnalysisDomain
import Tabular

/// Reads survey answers: the column `respondent` and one for each question of the questionnaire.
package enum SurveyFile {
    private static let respondent = "respondent"

    /// Reads all answers, or refuses the file as a whole.
    ///
    /// - Parameters:
    ///   - bytes: The CSV.
    ///   - questionnaire: The questions that were put.
    ///   - known: The respondents that answered in earlier files.
    /// - Returns: The answers in the order of the file, at least one.
    /// - Throws: A refusal with the place of the first fault.
    package static func read(
        _ bytes: [UInt8],
        of questionnaire: Questionnaire,
        known: Set<RespondentCode>
    ) throws(ImportError) -> [SurveyResponse] {
        let (table, columns) = try Table.read(
            bytes,
            columns: [respondent] + questionnaire.questions.map(\.code.text)
        )
        var lines: [RespondentCode: Int] = [:]
        var responses: [SurveyResponse] = []
        for row in table.rows {
            let field = columns.field(respondent, of: row)
            let code = try code(field)
            guard !known.contains(code) else { throw .answeredBefore(code.text, field.place) }
            if let first = lines.updateValue(row.line, forKey: code) {
                throw .repeatedRespondent(code.text, firstLine: first, field.place)
            }
            let answers = try answers(row, columns, questionnaire)
            guard !answers.isEmpty else { throw .noAnswers(code.text, field.place) }
            responses.append(SurveyResponse(respondent: code, answers: answers))
        }
        return responses
    }

    private static func code(_ field: Field) throws(ImportError) -> RespondentCode {
        guard !field.text.isEmpty else { throw .emptyField(column: respondent, field.place) }
        guard let code = RespondentCode(field.text) else { throw .unreadableRespondent(field.text, field.place) }
        return code
    }

    private static func answers(
        _ row: Row,
        _ columns: ColumnMap,
        _ questionnaire: Questionnaire
    ) throws(ImportError) -> [QuestionCode: String] {
        var answers: [QuestionCode: String] = [:]
        for question in questionnaire.questions {
            let field = columns.field(question.code.text, of: row)
            guard !field.text.isEmpty else { continue }
            guard question.answer.allows(field.text) else {
                throw .unknownAnswer(
                    field.text,
                    question: question.code.text,
                    allowed: question.answer.description,
                    field.place
                )
            }
            answers[question.code] = field.text
        }
        return answers
    }
}
