extension CalendarDate {
    /// Days since 1970-01-01, negative before it.
    ///
    /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
    package var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Makes the day that lies a number of days after 1970-01-01.
    ///
    /// Source: H. Hinnant, as above (civil_from_days).
    /// - Precondition: The day lies in the years 1 to 9999.
    package init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        precondition((1...9999).contains(year), "the day lies outside the years 1 to 9999")
        self.year = year
        self.month = month
        self.day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    }

    /// The day a number of days later, or earlier when negative.
    package func adding(days: Int) -> CalendarDate { CalendarDate(daysSince1970: daysSince1970 + days) }

    /// The same day a number of months later; the last day of that month when it is shorter.
    ///
    /// 31 August and 6 months give the last day of February.
    package func adding(months: Int) -> CalendarDate {
        let count = year * 12 + (month - 1) + months
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        let newDay = min(day, Self.length(of: newMonth, in: newYear))
        guard let date = CalendarDate(year: newYear, month: newMonth, day: newDay) else {
            preconditionFailure("the day lies outside the years 1 to 9999")
        }
        return date
    }

    /// The number of days from this day to another; negative when the other is earlier.
    package func days(until other: CalendarDate) -> Int { other.daysSince1970 - daysSince1970 }
}
