import Contracts
import Scheme

// What was heard from other contexts, as the plan's own log keeps it.

/// The start of the run was heard.
struct RunHeard: StoredForm {
    static let type = "planning.run-heard.v1"
    let areas: [AreaID]
    let scheme: SchemeID
    let on: CalendarDate
}

/// A change of step was heard.
struct PhaseHeard: StoredForm {
    static let type = "planning.phase-heard.v1"
    let to: Int
    let round: Int
}

/// The joining of a party was heard.
struct PartyHeard: StoredForm {
    static let type = "planning.party-heard.v1"
    let organisation: OrganisationID
    let kind: PartyKind
}

/// The leaving of a party was heard.
struct PartyLossHeard: StoredForm {
    static let type = "planning.party-loss-heard.v1"
    let organisation: OrganisationID
    let kind: PartyKind
}

/// The end of the run was heard.
struct StopHeard: StoredForm {
    static let type = "planning.stop-heard.v1"
}

/// A safety analysis was heard.
struct AnalysisHeard: StoredForm {
    struct Problem: Codable, Equatable {
        let id: LocalID
        let title: String
        let indicator: String
        /// `nil` in a log of before the catalogue.
        let measures: [LocalID]?
    }

    struct Measured: Codable, Equatable {
        let id: String
        let value: Double?
        let highest: Double?
        /// What is counted, for a registered count or its rate; `nil` for others and in an older log.
        let name: String?
        let count: Int?
    }

    static let type = "planning.analysis-heard.v1"
    let measurement: Int
    let on: CalendarDate
    let bottlenecks: [Problem]
    let indicators: [Measured]
}

/// An evaluation was heard.
struct EvaluationHeard: StoredForm {
    struct Compared: Codable, Equatable {
        let id: String
        let isShare: Bool
        let value: Double?
        let lower: Double?
        let upper: Double?
    }

    static let type = "planning.evaluation-heard.v1"
    let measurement: Int
    /// `nil` in a log of before objectives were judged, as `figures` is.
    let on: CalendarDate?
    let figures: [Compared]?
}
