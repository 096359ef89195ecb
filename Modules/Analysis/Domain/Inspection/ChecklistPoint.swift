package import Scheme

/// A point to which those who walk a round look.
package struct ChecklistPoint: Hashable, Sendable {
    /// When it can be seen.
    package enum Round: String, Hashable, Sendable, CaseIterable {
        case day = "dag"
        case dark = "donker"
        case both = "beide"

        /// Whether the point belongs to a round of a kind.
        package func suits(_ kind: InspectionKind) -> Bool { self == .both || rawValue == kind.rawValue }
    }

    /// The point, such as licht-1; it keeps its meaning in all versions of the list.
    package let id: String
    /// The category of what is found there.
    package let category: String
    /// How it should be, in Dutch.
    package let text: String
    /// Who usually solves it, the likeliest first.
    package let owners: [String]
    /// When it can be seen.
    package let round: Round

    /// Makes the value.
    package init(id: String, category: String, text: String, owners: [String], round: Round) {
        (self.id, self.category, self.text, self.owners, self.round) = (id, category, text, owners, round)
    }
}
