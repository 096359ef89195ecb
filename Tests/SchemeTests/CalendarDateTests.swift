import Scheme
import Testing

@Suite("A calendar date")
struct CalendarDateTests {
    static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test("keeps the count of days over two centuries, as a calendar that is leafed through day by day counts them")
    func dayNumbers() throws {
        // The independent method: begin at a day whose number is known, and go on one day at a time by the rules of
        // the calendar. 1900-01-01 is 25,567 days before 1970-01-01.
        var number = -25_567
        for year in 1900...2100 {
            let isLeap = year == 2000 || (year % 4 == 0 && year != 1900 && year != 2100)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in lengths.enumerated() {
                for day in 1...length {
                    let date = try #require(CalendarDate(year: year, month: month + 1, day: day))
                    try #require(date.daysSince1970 == number)
                    try #require(CalendarDate(daysSince1970: number) == date)
                    number += 1
                }
                #expect(CalendarDate(year: year, month: month + 1, day: length + 1) == nil)
            }
        }
        #expect(number == 47_847)
    }

    @Test(
        "reads one form and refuses days that do not exist",
        arguments: [
            ("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false), ("2000-02-29", true),
            ("2026-04-31", false), ("2026-00-10", false), ("2026-13-01", false), ("0000-01-01", false),
            ("2026-1-01", false), ("26-01-01", false), ("2026/01/01", false), ("2026-01-01T00:00", false),
            (" 2026-01-01", false), ("+026-01-01", false), ("２０２６-01-01", false), ("", false), ("9999-12-31", true),
            ("0001-01-01", true),
        ]
    )
    func reading(text: String, isAccepted: Bool) {
        let date = CalendarDate(text)
        #expect((date != nil) == isAccepted)
        #expect(date.map(\.description) == (isAccepted ? text : nil))
    }

    @Test(
        "lands on the last day of a shorter month",
        arguments: [
            ("2025-08-31", 6, "2026-02-28"), ("2023-08-31", 6, "2024-02-29"), ("2026-01-31", 1, "2026-02-28"),
            ("2026-03-31", -1, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 24, "2026-02-28"),
            ("2024-02-29", 48, "2028-02-29"), ("2026-10-31", 1, "2026-11-30"), ("2026-12-15", 1, "2027-01-15"),
            ("2026-01-15", -1, "2025-12-15"), ("2026-05-20", 0, "2026-05-20"),
        ]
    )
    func months(from: String, count: Int, to: String) throws {
        #expect(try Self.date(from).adding(months: count) == Self.date(to))
    }

    @Test("counts days over the changes of the clocks and over the end of a year")
    func days() throws {
        #expect(try Self.date("2026-03-28").adding(days: 2) == Self.date("2026-03-30"))
        #expect(try Self.date("2026-12-31").adding(days: 1) == Self.date("2027-01-01"))
        #expect(try Self.date("2024-03-01").adding(days: -1) == Self.date("2024-02-29"))
        #expect(try Self.date("2026-01-01").days(until: Self.date("2027-01-01")) == 365)
        #expect(try Self.date("2024-01-01").days(until: Self.date("2025-01-01")) == 366)
        #expect(try Self.date("2026-02-01").days(until: Self.date("2026-01-31")) == -1)
    }

    @Test("is ordered by year, month, day")
    func order() throws {
        let dates = try ["2025-12-31", "2026-01-02", "2026-02-01", "2026-11-09", "2026-11-10"].map(Self.date)
        #expect(dates.reversed().sorted() == dates)
        #expect(dates.map(\.daysSince1970) == dates.map(\.daysSince1970).sorted())
    }
}
