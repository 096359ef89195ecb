/// The answers of one establishment; a question that was not answered or not put is left out.
///
/// Private: it never enters an event.
package struct SurveyResponse: Hashable, Sendable {
    /// The code of the establishment in this measurement.
    package let respondent: RespondentCode
    /// The answers by question, each one that the question allows.
    package let answers: [QuestionCode: String]
    /// The firm's own words by question; never kept beside the answers.
    package let remarks: [QuestionCode: String]

    /// Makes the value.
    package init(
        respondent: RespondentCode,
        answers: [QuestionCode: String],
        remarks: [QuestionCode: String] = [:]
    ) {
        (self.respondent, self.answers, self.remarks) = (respondent, answers, remarks)
    }
}
