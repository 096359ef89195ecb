package import Scheme

/// An inspection round of a measurement, with what has become of its findings.
package struct InspectionRound: Hashable, Sendable {
    /// The round.
    package let id: LocalID
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The day.
    package let on: CalendarDate
    /// The findings, with the day on which each was solved.
    package var findings: [LocalID: CalendarDate?] = [:]

    /// The number of findings that have not been solved.
    package var open: Int { findings.values.count { $0 == nil } }
}
