package import Scheme

/// Sets a service's clock, where it can be set, and lets fall due what falls due by then.
package struct SetClock: CommandContract {
    package static let name = "host.set-clock"
    /// The day; an earlier one than the clock shows changes nothing.
    package let date: CalendarDate

    /// Makes the command.
    package init(date: CalendarDate) { self.date = date }
}
