package import Scheme

/// How a finding stands on a day: its age, and whether its owner is late.
package struct FindingStanding: Hashable, Sendable {
    /// Where it is on the way from found to solved.
    package enum Status: Hashable, Sendable, CaseIterable {
        /// To be solved, and not late.
        case open
        /// Not solved on the day by which it had to be.
        case overdue
        /// Overdue for so long that it goes before the workgroup.
        case escalated
        /// Solved.
        case resolved
    }

    /// The status.
    package let status: Status
    /// The days from the round to the solution, or to the day that is looked from.
    package let daysOpen: Int
    /// The day by which it must be solved: as agreed, else by the term of its severity.
    package let dueBy: CalendarDate?
    /// The days by which it is or was solved too late; 0 when in time.
    package let daysLate: Int

    /// The standing on a day.
    ///
    /// - Parameters:
    ///   - foundOn: The day of the round.
    ///   - due: The day that was agreed, if any.
    ///   - resolvedOn: The day of the solution; one that is still to come on the day does not count.
    ///   - term: The term of the finding's severity.
    ///   - day: The day that is looked from.
    package init(
        foundOn: CalendarDate,
        due: CalendarDate?,
        resolvedOn: CalendarDate?,
        term: SeverityTerm?,
        on day: CalendarDate
    ) {
        let solved = resolvedOn.flatMap { $0 <= day ? $0 : nil }
        let end = solved ?? day
        let dueBy = due ?? term.map { foundOn.adding(days: $0.days) }
        let late = dueBy.map { max(0, $0.days(until: end)) } ?? 0
        self.dueBy = dueBy
        daysOpen = max(0, foundOn.days(until: end))
        daysLate = late
        if solved != nil {
            status = .resolved
        } else if late == 0 {
            status = .open
        } else {
            status = term.map { late > $0.escalatesAfter } ?? false ? .escalated : .overdue
        }
    }
}
