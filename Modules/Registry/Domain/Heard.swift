package import Scheme

/// What another context says has happened in a run.
package struct Heard: Hashable, Sendable {
    /// What the event is about.
    package enum Content: Hashable, Sendable {
        /// A measurement, by its number.
        case measurement(Int)
        /// The plan of approach.
        case plan
        /// A certificate, with its stars.
        case certificate(LocalID, stars: Int)
        /// The yearly report of a year.
        case annualReport(year: Int)
    }

    /// The event's name on the wire, by which the scheme says what ends a step.
    package let name: String
    /// What it is about.
    package let content: Content

    /// Describes what was heard.
    package init(_ name: String, _ content: Content) { (self.name, self.content) = (name, content) }
}
