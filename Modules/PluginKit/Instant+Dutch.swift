package import EventSourcing
package import Scheme

extension CalendarDate {
    /// The day in the Netherlands at a moment.
    ///
    /// Summer time holds from the last Sunday of March to the last Sunday of October, 01:00 UTC (Directive 2000/84/EC),
    /// computed here because a small server may lack the time-zone files.
    package init(inTheNetherlandsAt moment: Instant) {
        let hour: Int64 = 3_600_000_000
        let utcHours = Int((moment.microseconds - (moment.microseconds % hour + hour) % hour) / hour)
        let utcDay = CalendarDate(daysSince1970: Self.floorDivide(utcHours, 24))
        let begins = Self.lastSunday(of: 3, in: utcDay.year).daysSince1970 * 24 + 1
        let ends = Self.lastSunday(of: 10, in: utcDay.year).daysSince1970 * 24 + 1
        let offset = (begins..<ends).contains(utcHours) ? 2 : 1
        self.init(daysSince1970: Self.floorDivide(utcHours + offset, 24))
    }

    /// Noon in the Netherlands on this day, as a set clock shows it.
    package var noonInTheNetherlands: Instant {
        let begins = Self.lastSunday(of: 3, in: year)
        let ends = Self.lastSunday(of: 10, in: year)
        let offset = self >= begins && self < ends ? 2 : 1
        return Instant(microseconds: (Int64(daysSince1970) * 24 + Int64(12 - offset)) * 3_600_000_000)
    }

    /// The first moment of this day in the Netherlands.
    package var startInTheNetherlands: Instant {
        // The clock changes in the small hours, so the day of the change begins with the former offset.
        let isSummer = self > Self.lastSunday(of: 3, in: year) && self <= Self.lastSunday(of: 10, in: year)
        return Instant(microseconds: (Int64(daysSince1970) * 24 - (isSummer ? 2 : 1)) * 3_600_000_000)
    }

    private static func lastSunday(of month: Int, in year: Int) -> CalendarDate {
        guard let last = CalendarDate(year: year, month: month, day: 31) else {
            preconditionFailure("March and October have 31 days")
        }
        // 1970-01-01 was a Thursday, so day 3 was a Sunday.
        return last.adding(days: -((last.daysSince1970 - 3) % 7 + 7) % 7)
    }

    private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : (number - divisor + 1) / divisor
    }
}

extension Instant {
    /// The moment as RFC 3339 in UTC with milliseconds, `2026-11-23T20:45:00.000Z`.
    package var rfc3339: String {
        let day: Int64 = 86_400_000_000
        let ofDay = (microseconds % day + day) % day
        let date = CalendarDate(daysSince1970: Int((microseconds - ofDay) / day))
        func padded(_ number: Int64, to width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        // In whole numbers: a count of seconds as a Double would round some milliseconds down.
        let (hours, minutes) = (padded(ofDay / 3_600_000_000), padded(ofDay / 60_000_000 % 60))
        let (seconds, milliseconds) = (padded(ofDay / 1_000_000 % 60), padded(ofDay / 1000 % 1000, to: 3))
        return "\(date)T\(hours):\(minutes):\(seconds).\(milliseconds)Z"
    }
}
