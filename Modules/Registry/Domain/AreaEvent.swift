package import Scheme

/// What has happened to an area.
package enum AreaEvent: Hashable, Sendable {
    /// It has been registered.
    case registered(AreaRegistration)
    /// Its profile is another from now on.
    case changed(AreaID, AreaProfile)
    /// A run has been given out, which is now under way.
    case runGivenOut(AreaID, RunID)
    /// The run has been given up; the next may start.
    case runEnded(AreaID, RunID)
}
