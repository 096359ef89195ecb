import Contracts
import Scheme

/// The stored form of the fire brigade's counts by category.
struct FireCounted: StoredForm {
    struct Entry: Codable, Equatable, Sendable {
        let category: String
        let count: Int
    }

    static let type = "analysis.fire-counted.v1"
    let run: RunID
    let areas: [AreaID]
    let measurement: Int
    let counts: [Entry]
}
