import AnalysisDomain
import Scheme

/// The private document of one establishment's answers.
struct ResponseDocument: Codable {
    let respondent: RespondentCode
    /// The answers by question code.
    let answers: [String: String]

    init(_ response: SurveyResponse) {
        respondent = response.respondent
        answers = Dictionary(response.answers.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The answers as the domain counts them.
    var response: SurveyResponse {
        let known = answers.compactMap { code, answer in QuestionCode(code).map { ($0, answer) } }
        return SurveyResponse(
            respondent: respondent,
            answers: Dictionary(known, uniquingKeysWith: { first, _ in first })
        )
    }
}
