package import Scheme

/// What is heard of a run from the registry.
package enum RegistryNews: Hashable, Sendable {
    /// It started.
    case run(AnalysedRun)
    /// One of its areas changed.
    case area(AreaChange)
    /// It came to a step, in a round from 1.
    case phase(step: Int, round: Int)
    /// An organisation takes part.
    case joined(OrganisationID)
    /// An organisation no longer takes part.
    case left(OrganisationID)
    /// The evaluation began, with the number of its measurement.
    case evaluation(measurement: Int)
    /// It was given up.
    case stopped(on: CalendarDate)
}
