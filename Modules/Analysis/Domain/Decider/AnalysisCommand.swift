package import Scheme

/// What is asked of the measurements of a run.
package enum AnalysisCommand: Hashable, Sendable {
    /// Take note of what the registry says; never refused.
    case hear(RegistryNews)
    /// Record, on a day and at any step, that a finding of one of the measurements has been solved.
    case resolve(LocalID, on: CalendarDate, run: RunID, today: CalendarDate)
    /// Change the present measurement of a run, on a day.
    case measure(MeasurementCommand, run: RunID, today: CalendarDate)
}
