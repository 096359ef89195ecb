package import Scheme

/// The findings of a run's inspections on a day, without what they say in words.
package struct FindingList: Codable, Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The day from which is counted.
    package let on: CalendarDate
    /// The rounds up to that day, in the order of their recording.
    package let rounds: [InspectedRound]
    /// The findings that were asked for, in the order of their recording.
    package let findings: [FindingSummary]
    /// What is late, by owner: the owner with the most escalated, then the most overdue findings first.
    package let late: [OwnerArrears]

    /// Makes the value.
    package init(
        run: RunID,
        on: CalendarDate,
        rounds: [InspectedRound],
        findings: [FindingSummary],
        late: [OwnerArrears]
    ) {
        (self.run, self.on, self.rounds, self.findings, self.late) = (run, on, rounds, findings, late)
    }
}
