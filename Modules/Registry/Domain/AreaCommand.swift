package import Scheme

/// What is asked of an area, and on which day.
package struct AreaCommand: Hashable, Sendable {
    /// What is asked.
    package enum Order: Hashable, Sendable {
        /// Register it.
        case register(AreaRegistration)
        /// Change its profile.
        case change(AreaAmendment)
        /// Give out the next run.
        case giveOutRun
        /// Note that a run has been given up.
        case endRun(RunID)
    }

    /// The area.
    package let area: AreaID
    /// The day in the Netherlands.
    package let today: CalendarDate
    /// What is asked.
    package let order: Order

    /// Makes a command.
    package init(_ order: Order, of area: AreaID, today: CalendarDate) {
        (self.order, self.area, self.today) = (order, area, today)
    }
}
