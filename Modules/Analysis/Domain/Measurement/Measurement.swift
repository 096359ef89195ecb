package import Scheme

/// One measurement as it stands: what has come in and whether it is established.
package struct Measurement: Hashable, Sendable {
    /// The number, 0 for the baseline.
    package let number: Int
    /// The survey, once it has been opened.
    package var survey: Survey?
    /// The inspection rounds, in the order of their recording.
    package var inspections: [InspectionRound] = []
    /// The police's counts; `nil` before the delivery.
    package var crimes: [CrimeCount]?
    /// The fire brigade's counts; `nil` before the delivery.
    package var fires: [FireCount]?
    /// The months of the counts, by the source that delivered them.
    package var windows: [MeasurementSource: MonthWindow] = [:]
    /// What was established; `nil` while it can change.
    package var established: EstablishedAnalysis?
    /// How it was compared with the measurement before; `nil` until then, and for the baseline.
    package var evaluation: Evaluation?

    /// The sources of which nothing has come in, or of which the last is still to come.
    func missing(of sources: [MeasurementSource]) -> [MeasurementSource] {
        sources.filter { source in
            switch source {
            case .survey: survey?.closedOn == nil
            case .inspection: inspections.isEmpty
            case .policeFigures: crimes == nil
            case .fireFigures: fires == nil
            }
        }
    }
}
