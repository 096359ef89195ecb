package import Geography

/// When a round began and, where it was noted, when it ended.
package struct RoundHours: Hashable, Sendable {
    /// The most hours that a round takes; a longer one is held to be a slip of the pen, an assumption of ours.
    package static let longest = 12

    /// The time at which it began, on the day of the round.
    package let begin: ClockTime
    /// The time at which it ended; before ``begin`` when it went on after midnight.
    package let end: ClockTime?

    /// Makes the value; `nil` when the round would have taken more than ``longest`` hours.
    package init?(begin: ClockTime, end: ClockTime?) {
        if let end {
            let minutes = (end.minutes - begin.minutes + 1440) % 1440
            guard minutes <= Self.longest * 60 else { return nil }
        }
        (self.begin, self.end) = (begin, end)
    }

    /// Whether it ended on the day after it began.
    package var passesMidnight: Bool { end.map { $0 < begin } ?? false }
}
