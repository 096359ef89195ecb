package import Scheme

/// A safety analysis has been established; it no longer changes.
package struct AnalysisEstablished: RunEventContract {
    package static let name = "veiligheidsanalyse-vastgesteld"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number of the measurement, 0 for the baseline.
    package let measurement: Int
    /// The day.
    package let on: CalendarDate
    /// The day on which the survey closed, for its age at the audit.
    package let surveyClosedOn: CalendarDate?
    /// The main figures.
    package let figures: [Figure]
    /// The problems that the plan must cover.
    package let bottlenecks: [Bottleneck]

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        measurement: Int,
        on: CalendarDate,
        surveyClosedOn: CalendarDate?,
        figures: [Figure],
        bottlenecks: [Bottleneck]
    ) {
        self.run = run
        self.areas = areas
        self.measurement = measurement
        self.on = on
        self.surveyClosedOn = surveyClosedOn
        self.figures = figures
        self.bottlenecks = bottlenecks
    }

    package var subject: String { "meting/\(run)/\(measurement)" }
}
