package import Scheme

/// How clocks in the Netherlands run beside universal time (UTC).
///
/// Summer time holds from the last Sunday of March to the last Sunday of October, 01:00 UTC (Directive 2000/84/EC).
package enum DutchClock {
    /// The minutes by which clocks are ahead at a moment.
    ///
    /// - Parameters:
    ///   - day: The day in UTC.
    ///   - minute: The minute of that day in UTC; may lie in a neighbouring day.
    /// - Returns: 60 in winter, 120 in summer.
    package static func minutesAhead(on day: CalendarDate, minute: Double) -> Int {
        let begins = lastSunday(of: 3, in: day.year).daysSince1970 * 1440 + 60
        let ends = lastSunday(of: 10, in: day.year).daysSince1970 * 1440 + 60
        let moment = Double(day.daysSince1970 * 1440) + minute
        return moment >= Double(begins) && moment < Double(ends) ? 120 : 60
    }

    /// What a clock shows at a moment, rounded to the minute.
    package static func time(on day: CalendarDate, minute: Double) -> ClockTime {
        let shown = Int(minute.rounded()) + minutesAhead(on: day, minute: minute)
        guard let time = ClockTime(minutes: (shown % 1440 + 1440) % 1440) else {
            preconditionFailure("a remainder by 1440 is a minute of the day")
        }
        return time
    }

    private static func lastSunday(of month: Int, in year: Int) -> CalendarDate {
        guard let last = CalendarDate(year: year, month: month, day: 31) else {
            preconditionFailure("March and October have 31 days")
        }
        // 1970-01-01 was a Thursday, so day 3 was a Sunday.
        return last.adding(days: -(((last.daysSince1970 - 3) % 7 + 7) % 7))
    }
}
