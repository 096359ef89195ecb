import Contracts
import Scheme

/// The stored form of the police's counts by type.
struct PoliceCounted: StoredForm {
    /// A count; without a number it is withheld.
    struct Count: Codable, Equatable, Sendable {
        let number: Int?
    }

    struct Entry: Codable, Equatable, Sendable {
        let crime: String
        let area: Count
        let municipality: Count?
        /// `nil` in a log of before the months were kept.
        let months: [Month]?
        /// `nil` when no comparable regions were named.
        let comparable: [Int]?
    }

    /// A month; a count without a number is withheld.
    struct Month: Codable, Equatable, Sendable {
        let month: CalendarMonth
        let area: Count
        let municipality: Count?
    }

    static let type = "analysis.police-counted.v1"
    let run: RunID
    let areas: [AreaID]
    let measurement: Int
    let counts: [Entry]
}
