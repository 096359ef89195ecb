package import Scheme

/// A party's present part in a run.
package struct Membership: Hashable, Sendable {
    /// The party.
    package let party: Party
    /// The day from which it takes part.
    package let since: CalendarDate
}
