package import Scheme

/// The measurements of a run and what has been heard of the run.
package struct AnalysisState: Hashable, Sendable {
    /// The run; `nil` before it was heard of.
    package var run: AnalysedRun?
    /// The number of the step at which the run is.
    package var step = 1
    /// The number of the pass, 1 until the first certificate.
    package var round = 1
    /// The number of the measurement that the registry last announced.
    package var announced: Int?
    /// The organisations that take part.
    package var parties: Set<OrganisationID> = []
    /// The day on which the run was given up.
    package var stoppedOn: CalendarDate?
    /// The measurements of which something has happened, by number.
    package var measurements: [Int: Measurement] = [:]

    /// Makes the state in which nothing has happened yet.
    package init() {}

    /// The number of inspection rounds of all measurements; rounds are numbered within the run.
    var inspectionCount: Int { measurements.values.map(\.inspections.count).reduce(0, +) }

    /// Changes a measurement, which begins with its first change.
    mutating func change(_ ref: MeasurementRef, _ body: (inout Measurement) -> Void) {
        body(&measurements[ref.number, default: Measurement(number: ref.number)])
    }
}
