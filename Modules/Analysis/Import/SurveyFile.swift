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
        try read(bytes, of: questionnaire, at: RespondentDesk(known: known))
    }

    /// Reads all answers, or refuses the file as a whole.
    ///
    /// - Parameters:
    ///   - bytes: The CSV.
    ///   - questionnaire: The questions that were put; optional ones may have no column.
    ///   - desk: Who may answer.
    /// - Returns: The answers in the order of the file, at least one, under the names by which they are kept.
    /// - Throws: A refusal with the place of the first fault.
    package static func read(
        _ bytes: [UInt8],
        of questionnaire: Questionnaire,
        at desk: RespondentDesk
    ) throws(ImportError) -> [SurveyResponse] {
        let (table, columns) = try Table.read(
            bytes,
            columns: [respondent] + questionnaire.questions.filter { !$0.isOptional }.map(\.code.text),
            optional: questionnaire.questions.filter(\.isOptional).map(\.code.text)
                + questionnaire.further.map(\.code.text)
        )
        let header = Set(table.header)
        var sheet = AnswerSheet()
        for row in table.rows {
            let field = columns.field(respondent, of: row)
            let (name, isKnown) = try desk.admit(field, column: respondent)
            guard !isKnown else { throw .answeredBefore(field.text, field.place) }
            try sheet.begin(name, called: field.text, on: row.line, field.place)
            for question in questionnaire.questions where header.contains(question.code.text) {
                let field = columns.field(question.code.text, of: row)
                try sheet.add(field.text, to: question, field.place)
            }
            for question in questionnaire.further where header.contains(question.code.text) {
                let field = columns.field(question.code.text, of: row)
                try sheet.add(field.text, to: question, field.place)
            }
            try sheet.end(called: field.text, field.place)
        }
        return sheet.responses
    }
}
