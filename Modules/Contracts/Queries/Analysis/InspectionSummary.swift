package import Scheme

/// An inspection round as it stands now.
package struct InspectionSummary: Codable, Hashable, Sendable {
    /// The round, such as S1.
    package let id: LocalID
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The day.
    package let on: CalendarDate
    /// The number of findings.
    package var findings: Int
    /// The number of findings that have not been solved.
    package var open: Int

    /// Makes the value.
    package init(id: LocalID, kind: InspectionKind, on: CalendarDate, findings: Int, open: Int) {
        self.id = id
        self.kind = kind
        self.on = on
        self.findings = findings
        self.open = open
    }
}
