package import Scheme

/// How a service is.
package struct ServiceStatus: Codable, Hashable, Sendable {
    /// The service.
    package let service: String
    /// The version of the program.
    package let version: String
    /// The day that its clock shows.
    package let date: CalendarDate
    /// Whether the clock was set by hand.
    package let clockIsSet: Bool
    /// The end of its feed.
    package let head: FeedMark
    /// How far it has come in the feeds of others.
    package let heard: [FeedMark]
    /// The feeds of others that it no longer follows, with the reason: a person has to look.
    package let halted: [String: String]
    /// The feeds of others whose next event it cannot apply and tries again, with the reason.
    package let failing: [String: String]
    /// How far each consumer of its feed says it has come.
    package let consumers: [String: Int64]

    /// Makes a status.
    package init(
        service: String,
        version: String,
        date: CalendarDate,
        clockIsSet: Bool,
        head: FeedMark,
        heard: [FeedMark],
        halted: [String: String] = [:],
        failing: [String: String] = [:],
        consumers: [String: Int64]
    ) {
        self.service = service
        self.version = version
        self.date = date
        self.clockIsSet = clockIsSet
        self.head = head
        self.heard = heard
        self.halted = halted
        self.failing = failing
        self.consumers = consumers
    }
}
