import FoundationEssentials
import Scheme
import Testing

@Suite("A calendar month")
struct CalendarMonthTests {
    @Test(
        "reads one form",
        arguments: [
            ("2026-11", true), ("0001-01", true), ("2026-00", false), ("2026-13", false), ("2026-1", false),
            ("26-0011", false), ("2026-11-01", false), ("2026_11", false), ("", false),
        ]
    )
    func reading(text: String, isAccepted: Bool) {
        #expect(CalendarMonth(text).map(\.description) == (isAccepted ? text : nil))
    }

    @Test(
        "ends on its last day",
        arguments: [
            ("2024-02", "2024-02-29"), ("2100-02", "2100-02-28"), ("2026-04", "2026-04-30"), ("2026-12", "2026-12-31"),
        ]
    )
    func lastDay(text: String, day: String) throws {
        let month = try #require(CalendarMonth(text))
        #expect(month.lastDay.description == day)
        #expect(CalendarMonth(containing: month.lastDay) == month)
        #expect(CalendarMonth(containing: month.lastDay.adding(days: 1)).ordinal == month.ordinal + 1)
    }

    @Test("is a text in JSON, and a text that is no month is refused with a sentence that shows the form")
    func json() throws {
        let months = try JSONDecoder().decode([CalendarMonth].self, from: Data(#"["2026-11","2025-01"]"#.utf8))
        #expect(months.sorted().map(\.description) == ["2025-01", "2026-11"])
        #expect(String(decoding: try JSONEncoder().encode(months), as: UTF8.self) == #"["2026-11","2025-01"]"#)
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarMonth].self, from: Data(#"["november"]"#.utf8))
        }
        #expect("\(try #require(error))".contains("write it as 2026-11"))
    }
}
