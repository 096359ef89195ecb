import Contracts

/// The stored form of an evaluation's beginning that was heard of.
struct EvaluationHeard: StoredForm {
    static let type = "analysis.evaluation-heard.v1"
    let measurement: Int
}
