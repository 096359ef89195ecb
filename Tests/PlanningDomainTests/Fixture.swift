import FoundationEssentials
import Scheme

/// Scheme versions that differ from the shipped ones in one point.
enum Fixture {
    /// The default version under the name `kvo-x`, with a step that asks nothing.
    static func scheme(withoutGatesAt step: Int) throws -> Scheme {
        var members = try JSONDecoder().decode(SchemeFile.self, from: JSONEncoder().encode(SchemeCatalogue().standard))
        members.phases[step - 1].gates = []
        members.id = "kvo-x"
        return try Scheme(json: JSONEncoder().encode(members))
    }
}

/// A scheme file of which two members can be changed.
private struct SchemeFile: Codable {
    struct Step: Codable {
        let number: Int
        let name: String
        let endsWith: String
        let next: Int
        var gates: [String]
    }

    var id: String
    let name: String
    let `default`: Bool
    let validityMonths: Int
    let newTermStartsAt: String
    let expiryWarningDays: [Int]
    let certificateNames: [String: String]
    let stars: [String: Int]
    let areaKinds: [String]
    let mandatoryPartyKinds: [String]
    let requiredSources: [String]
    let survey: [String: Double]
    let inspections: [String: [String: Int]]
    let nonconformityRepairMonths: [String: Int]
    let meetingsPerYearMinimum: Int
    var phases: [Step]
}
