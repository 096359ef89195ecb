package import Scheme

/// A finding has been recorded.
package struct InspectionFinding: Hashable, Sendable {
    /// The round in which it was found.
    package let inspection: LocalID
    /// The finding, S1.1 and on.
    package let id: LocalID
    /// What it is about.
    package let category: String
    /// How serious it is.
    package let severity: String
    /// Who must solve it.
    package let owner: String
    /// When it must be solved.
    package let due: CalendarDate?

    /// Makes the value.
    package init(
        inspection: LocalID,
        id: LocalID,
        category: String,
        severity: String,
        owner: String,
        due: CalendarDate?
    ) {
        self.inspection = inspection
        self.id = id
        self.category = category
        self.severity = severity
        self.owner = owner
        self.due = due
    }
}
