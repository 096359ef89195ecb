/// A month of a year, the period in which police and fire figures are counted.
package struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year, 1 to 9999.
    package let year: Int
    /// The month, 1 to 12.
    package let month: Int

    /// Makes a month that exists.
    package init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        (self.year, self.month) = (year, month)
    }

    /// Reads the form `2026-11`.
    package init?(_ text: String) {
        guard text.utf8.count == 7, let day = CalendarDate(text + "-01") else { return nil }
        self.init(year: day.year, month: day.month)
    }

    /// The month in which a day lies.
    package init(containing date: CalendarDate) { (year, month) = (date.year, date.month) }

    /// Months since the year 0, for counting and comparing.
    package var ordinal: Int { year * 12 + month - 1 }

    /// The last day of the month.
    package var lastDay: CalendarDate {
        guard let date = CalendarDate(year: year, month: month, day: CalendarDate.length(of: month, in: year)) else {
            preconditionFailure("a month has a last day")
        }
        return date
    }

    package var description: String {
        let text = String(year)
        return String(repeating: "0", count: max(0, 4 - text.count)) + text + (month < 10 ? "-0" : "-") + String(month)
    }

    package static func < (left: CalendarMonth, right: CalendarMonth) -> Bool { left.ordinal < right.ordinal }
}

extension CalendarMonth: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let month = CalendarMonth(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\u{201c}\(text)\u{201d} is not a month; write it as 2026-11"
            )
        }
        self = month
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
