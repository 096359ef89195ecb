package import Scheme

/// Establishes the present measurement; from then on it no longer changes.
package struct EstablishAnalysis: CommandContract {
    package static let name = "analysis.establish"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// The day; not in the future.
    package let on: CalendarDate
    /// The day on which the workgroup discussed the analysis.
    package let discussedOn: CalendarDate?
    /// The problems that the plan must cover, at least one; their values are filled from the figures.
    package let bottlenecks: [Bottleneck]

    /// Makes the command.
    package init(run: RunID, on: CalendarDate, discussedOn: CalendarDate? = nil, bottlenecks: [Bottleneck]) {
        self.run = run
        self.on = on
        self.discussedOn = discussedOn
        self.bottlenecks = bottlenecks
    }
}
