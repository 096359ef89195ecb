package import Scheme

/// An inspection round that was walked.
package struct ReportedRound: Codable, Hashable, Sendable {
    /// The round, such as S1.
    package let id: LocalID
    /// The measurement to which it belongs.
    package let measurement: Int
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The day.
    package let on: CalendarDate
    /// The number of findings.
    package let found: Int
    /// How many of them have been solved by now.
    package let solved: Int

    /// Makes the value.
    package init(id: LocalID, measurement: Int, kind: InspectionKind, on: CalendarDate, found: Int, solved: Int) {
        self.id = id
        self.measurement = measurement
        self.kind = kind
        self.on = on
        self.found = found
        self.solved = solved
    }
}
