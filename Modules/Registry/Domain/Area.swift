package import Scheme

/// A registered area.
package struct Area: Hashable, Sendable {
    /// As it was registered.
    package let registration: AreaRegistration
    /// As it is now.
    package internal(set) var profile: AreaProfile
    /// The number of runs that were given out so far.
    package internal(set) var runsGivenOut = 0
    /// The run under way.
    package internal(set) var run: RunID?
}
