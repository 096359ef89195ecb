import EventSourcing
import FoundationEssentials
import PluginKit
import Scheme
import Testing

@Suite("The day in the Netherlands")
struct DutchDayTests {
    private static func instant(_ text: String) throws -> Instant {
        Instant(microseconds: Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970 * 1_000_000))
    }

    @Test(
        "begins at midnight there, in winter at 23:00 UTC and in summer at 22:00 UTC",
        arguments: [
            ("2026-11-23T22:59:59Z", "2026-11-23"), ("2026-11-23T23:00:00Z", "2026-11-24"),
            ("2026-07-01T21:59:59Z", "2026-07-01"), ("2026-07-01T22:00:00Z", "2026-07-02"),
            ("2026-03-28T22:59:59Z", "2026-03-28"), ("2026-03-28T23:00:00Z", "2026-03-29"),
            ("2026-03-29T21:59:59Z", "2026-03-29"), ("2026-03-29T22:00:00Z", "2026-03-30"),
            ("2026-10-24T21:59:59Z", "2026-10-24"), ("2026-10-24T22:00:00Z", "2026-10-25"),
            ("2026-10-25T22:59:59Z", "2026-10-25"), ("2026-10-25T23:00:00Z", "2026-10-26"),
            ("2026-12-31T22:59:59Z", "2026-12-31"), ("2026-12-31T23:00:00Z", "2027-01-01"),
            ("2024-02-28T23:00:00Z", "2024-02-29"), ("2024-02-29T23:00:00Z", "2024-03-01"),
            ("1969-12-31T22:59:59Z", "1969-12-31"), ("1969-12-31T23:00:00Z", "1970-01-01"),
        ]
    )
    func midnight(text: String, day: String) throws {
        #expect(CalendarDate(inTheNetherlandsAt: try Self.instant(text)).description == day)
    }

    @Test("has its noon at 11:00 UTC, and at 10:00 UTC in summer from the very day of the change")
    func noon() throws {
        for (day, time) in [
            ("2026-01-15", "11"), ("2026-03-28", "11"), ("2026-03-29", "10"), ("2026-07-01", "10"),
            ("2026-10-24", "10"),
            ("2026-10-25", "11"),
        ] {
            let date = try #require(CalendarDate(day))
            #expect(date.noonInTheNetherlands.rfc3339 == "\(day)T\(time):00:00.000Z")
        }
        for number in 10_000..<30_000 {
            let date = CalendarDate(daysSince1970: number)
            try #require(CalendarDate(inTheNetherlandsAt: date.noonInTheNetherlands) == date)
        }
    }

    @Test(
        "is the one that the time-zone files give, at every hour around the changes of the clocks",
        .enabled(if: TimeZone(identifier: "Europe/Amsterdam") != nil, "this machine has no time-zone files")
    )
    func againstTimeZoneFiles() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        for year in 2000...2036 {
            for (month, first) in [(1, 1), (3, 24), (10, 24)] {
                let start = try #require(CalendarDate(year: year, month: month, day: first)).daysSince1970
                for hour in stride(from: start * 24, to: (start + 8) * 24, by: 1) {
                    let parts = calendar.dateComponents(
                        [.year, .month, .day],
                        from: Date(timeIntervalSince1970: Double(hour) * 3600)
                    )
                    let day = CalendarDate(inTheNetherlandsAt: Instant(microseconds: Int64(hour) * 3_600_000_000))
                    try #require([day.year, day.month, day.day] == [parts.year, parts.month, parts.day])
                }
            }
        }
    }

    @Test("is not the one in which a moment is written: that is in UTC, with the milliseconds as they are")
    func writing() throws {
        #expect(Instant(microseconds: 0).rfc3339 == "1970-01-01T00:00:00.000Z")
        #expect(Instant(microseconds: -1).rfc3339 == "1969-12-31T23:59:59.999Z")
        #expect(Instant(microseconds: 1_795_431_600_123_999).rfc3339 == "2026-11-23T11:00:00.123Z")
        for number in 0..<1000 {
            let moment = Instant(microseconds: 1_795_431_600_000_000 + Int64(number) * 1000)
            let milliseconds = try #require(moment.rfc3339.split(separator: ".").last)
            try #require(Int(milliseconds.dropLast()) == number)
        }
    }
}
