import AnalysisDomain
import EventSourcing
import Scheme

extension DocumentCollection {
    /// The answers to surveys, `<run>/<measurement>/<respondent>`.
    static let responses = DocumentCollection("survey-response", .personal)
    /// The words of findings, `<run>/<measurement>/<finding>`.
    static let findingTexts = DocumentCollection("finding-text", .personal)
    /// The police's figures, `<run>/<measurement>/<crime>/<region>`; kept so that an auditor can follow a count.
    static let policeFigures = DocumentCollection("police-figure", .kept)
    /// The fire brigade's figures, `<run>/<measurement>/<category>`.
    static let fireFigures = DocumentCollection("fire-figure", .kept)
    /// The newest facts of each area; heard, so not to be rebuilt from the own log.
    static let areas = DocumentCollection("area-heard", .kept)
    /// What is known of each run.
    static let runs = DocumentCollection("analysed-run", .derived)
    /// The summaries of measurements, `<run>/<measurement>`.
    static let measurements = DocumentCollection("measurement", .derived)
}

extension MeasurementRef {
    /// The beginning of the keys of this measurement's documents.
    var keyPrefix: String { "\(run)/\(number)/" }
}

extension StreamName {
    /// The stream of a run's measurements.
    static func analysis(of run: RunID) -> StreamName { StreamName("analysis", run.text) }
}
