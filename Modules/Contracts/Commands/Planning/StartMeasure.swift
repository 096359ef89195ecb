package import Scheme

/// Records that a measure is being carried out, as the plan in force assigns it; a proposed change of it lapses.
package struct StartMeasure: CommandContract {
    package static let name = "planning.start-measure"
    /// The run.
    package let run: RunID
    /// The measure.
    package let measure: LocalID
    /// The day.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, measure: LocalID, on: CalendarDate) {
        self.run = run
        self.measure = measure
        self.on = on
    }
}
