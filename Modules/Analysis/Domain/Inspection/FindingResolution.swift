package import Scheme

/// A finding has been solved.
package struct FindingResolution: Hashable, Sendable {
    /// The finding.
    package let finding: LocalID
    /// The day.
    package let on: CalendarDate

    /// Makes the value.
    package init(finding: LocalID, on: CalendarDate) { (self.finding, self.on) = (finding, on) }
}
