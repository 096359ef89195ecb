package import Scheme

/// The measurement that a command is about, with what it is judged by.
package struct PresentMeasurement: Sendable {
    /// The measurement's name.
    package let ref: MeasurementRef
    /// The run.
    package let run: AnalysedRun
    /// The scheme version of the run.
    package let scheme: Scheme
    /// The step at which the run is.
    package let phase: Phase
    /// The measurement as it stands.
    package let measurement: Measurement

    /// The survey, open for answers.
    package func openSurvey(doing action: MeasurementAction) throws(AnalysisRefusal) -> Survey {
        guard let survey = measurement.survey else { throw .surveyNotOpened(action) }
        if let closed = survey.closedOn { throw .surveyClosed(action, on: closed) }
        return survey
    }
}
