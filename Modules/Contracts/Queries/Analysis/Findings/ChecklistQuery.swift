package import Scheme

/// Asks for the newest checklist for a kind of area, or for one by its name.
package struct ChecklistQuery: QueryContract {
    package typealias Answer = ChecklistAnswer
    package static let name = "analysis.inspection-checklist"
    /// The kind of area.
    package let kind: AreaKind
    /// The checklist and its version; `nil` for the newest.
    package let checklist: String?

    /// Makes the query.
    package init(kind: AreaKind, checklist: String? = nil) { (self.kind, self.checklist) = (kind, checklist) }
}

/// A checklist for those who walk a round.
package struct ChecklistAnswer: Codable, Hashable, Sendable {
    /// A point to which they look.
    package struct Point: Codable, Hashable, Sendable {
        /// The point, such as licht-1.
        package let id: String
        /// The category of what is found there.
        package let category: String
        /// How it should be, in Dutch.
        package let text: String
        /// Who usually solves it.
        package let owners: [String]
        /// When it can be seen: dag, donker or beide.
        package let round: String

        /// Makes the value.
        package init(id: String, category: String, text: String, owners: [String], round: String) {
            (self.id, self.category, self.text, self.owners, self.round) = (id, category, text, owners, round)
        }
    }

    /// How long a finding of a severity may stay open.
    package struct Term: Codable, Hashable, Sendable {
        /// The severity.
        package let severity: String
        /// The days within which it must be solved when no day was agreed.
        package let days: Int
        /// The days after the due day from which it goes before the workgroup.
        package let escalatesAfter: Int

        /// Makes the value.
        package init(severity: String, days: Int, escalatesAfter: Int) {
            (self.severity, self.days, self.escalatesAfter) = (severity, days, escalatesAfter)
        }
    }

    /// The checklist and its version.
    package let checklist: String
    /// The kind of area.
    package let kind: AreaKind
    /// The points, in the order in which they are walked.
    package let points: [Point]
    /// The terms, least serious first.
    package let terms: [Term]

    /// Makes the value.
    package init(checklist: String, kind: AreaKind, points: [Point], terms: [Term]) {
        (self.checklist, self.kind, self.points, self.terms) = (checklist, kind, points, terms)
    }
}
