package import Scheme

/// What another context says has happened in a run.
package enum Heard: Hashable, Sendable {
    /// The run has started.
    case runStarted(RunProfile)
    /// The run has come to a step.
    case phaseChanged(to: Int, round: Int)
    /// An organisation takes part.
    case partyJoined(OrganisationID)
    /// An organisation no longer takes part.
    case partyLeft(OrganisationID)
    /// The run has been given up.
    case runStopped
    /// A safety analysis has been established.
    case measurement(Measurement)
    /// A version of the plan has been adopted.
    case plan(version: Int)
}
