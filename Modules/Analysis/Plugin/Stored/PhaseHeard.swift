import Contracts

/// The stored form of a step that was heard of.
struct PhaseHeard: StoredForm {
    static let type = "analysis.phase-heard.v1"
    let step: Int
    let round: Int
}
