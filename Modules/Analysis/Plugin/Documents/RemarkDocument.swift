import AnalysisDomain
import Scheme

/// The private document of what a firm wrote in answer to one question; it does not say which firm.
struct RemarkDocument: Codable {
    let question: QuestionCode
    let text: String
}
