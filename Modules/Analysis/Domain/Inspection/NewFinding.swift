package import Scheme

/// A finding on its way in, without its identifier and without its private text.
package struct NewFinding: Hashable, Sendable {
    /// What it is about, one of ``FindingCodes/categories``.
    package let category: String
    /// How serious it is, one of ``FindingCodes/severities``.
    package let severity: String
    /// Who must solve it, one of ``FindingCodes/owners``.
    package let owner: String
    /// When it must be solved.
    package let due: CalendarDate?
    /// When it was solved.
    package let resolvedOn: CalendarDate?

    /// Makes the value.
    package init(
        category: String,
        severity: String,
        owner: String,
        due: CalendarDate?,
        resolvedOn: CalendarDate?
    ) {
        self.category = category
        self.severity = severity
        self.owner = owner
        self.due = due
        self.resolvedOn = resolvedOn
    }
}
