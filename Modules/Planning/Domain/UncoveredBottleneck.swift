package import Scheme

/// A bottleneck that keeps the plan from being adopted, with what it lacks.
package struct UncoveredBottleneck: Hashable, Sendable, CustomStringConvertible {
    /// What is missing.
    package enum Gap: Hashable, Sendable {
        /// No objective of the plan is about it.
        case noObjective
        /// Objectives are about it, but none is to be reached after the day of adoption.
        case objectivesOver([LocalID])
        /// Objectives last beyond the day of adoption, but no measure that is still to be finished serves one.
        case noOpenMeasure([LocalID])
    }

    /// The bottleneck.
    package let id: LocalID
    /// What it lacks.
    package let gap: Gap

    /// Makes the value.
    package init(_ id: LocalID, _ gap: Gap) { (self.id, self.gap) = (id, gap) }

    package var description: String {
        switch gap {
        case .noObjective: "\(id) (no objective)"
        case .objectivesOver(let objectives): "\(id) (no later day for \(Self.either(objectives)))"
        case .noOpenMeasure(let objectives): "\(id) (no open measure for \(Self.either(objectives)))"
        }
    }

    private static func either(_ ids: [LocalID]) -> String { ids.map(\.text).joined(separator: " or ") }
}
