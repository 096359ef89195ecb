package import Scheme

/// A measurement as it stands now.
package struct MeasurementSummary: Codable, Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The number, 0 for the baseline.
    package let measurement: Int
    /// The questionnaire of the survey, or `nil` before it was opened.
    package var questionnaire: String?
    /// The number of establishments invited.
    package var invited: Int?
    /// The number of establishments that have answered.
    package var answers: Int
    /// The number of answers that the scheme asks for, 0 for none; `nil` before the survey was opened.
    package var needed: Int?
    /// Whether answers can come in now.
    package var surveyOpen: Bool
    /// The day on which the survey closed.
    package var surveyClosedOn: CalendarDate?
    /// The inspection rounds, in the order of their recording.
    package var inspections: [InspectionSummary]
    /// Whether the police have delivered figures.
    package var policeDelivered: Bool
    /// Whether the fire brigade has delivered figures.
    package var fireDelivered: Bool
    /// The day on which the measurement was established.
    package var establishedOn: CalendarDate?
    /// The figures; none before the measurement was established.
    package var figures: [Figure]
    /// The problems; none before the measurement was established.
    package var bottlenecks: [Bottleneck]

    /// Makes the value.
    package init(
        run: RunID,
        measurement: Int,
        questionnaire: String? = nil,
        invited: Int? = nil,
        answers: Int,
        needed: Int? = nil,
        surveyOpen: Bool,
        surveyClosedOn: CalendarDate? = nil,
        inspections: [InspectionSummary],
        policeDelivered: Bool,
        fireDelivered: Bool,
        establishedOn: CalendarDate? = nil,
        figures: [Figure],
        bottlenecks: [Bottleneck]
    ) {
        self.run = run
        self.measurement = measurement
        self.questionnaire = questionnaire
        self.invited = invited
        self.answers = answers
        self.needed = needed
        self.surveyOpen = surveyOpen
        self.surveyClosedOn = surveyClosedOn
        self.inspections = inspections
        self.policeDelivered = policeDelivered
        self.fireDelivered = fireDelivered
        self.establishedOn = establishedOn
        self.figures = figures
        self.bottlenecks = bottlenecks
    }
}
