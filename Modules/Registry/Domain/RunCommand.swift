package import Scheme

/// What is asked of a run, and on which day.
package struct RunCommand: Hashable, Sendable {
    /// What is asked.
    package enum Order: Hashable, Sendable {
        /// Start it over these areas.
        case start(areas: [AreaID], RunStart)
        /// Let an organisation take part.
        case join(Party, on: CalendarDate)
        /// End an organisation's part.
        case leave(OrganisationID, on: CalendarDate)
        /// Record the signed agreement and its workgroup.
        case sign(Agreement, Workgroup)
        /// Begin the next measurement.
        case startEvaluation(on: CalendarDate)
        /// Give the run up.
        case stop(reason: String, on: CalendarDate)
        /// Take note of what happened elsewhere; never refused for what it says.
        case hear(Heard)
    }

    /// The run.
    package let run: RunID
    /// The day in the Netherlands.
    package let today: CalendarDate
    /// What is asked.
    package let order: Order

    /// Makes a command.
    package init(_ order: Order, of run: RunID, today: CalendarDate) {
        (self.order, self.run, self.today) = (order, run, today)
    }
}
