import Contracts
import Scheme

/// The stored form of an area's change that was heard of.
struct AreaHeard: StoredForm {
    struct Facts: Codable, Equatable, Sendable {
        let establishments: Int
        let regions: [Region]
    }

    static let type = "analysis.area-heard.v1"
    let area: AreaID
    let before: Facts?
    let after: Facts
}
