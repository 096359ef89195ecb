import Geography
import Scheme
import Testing

@Suite("The sun over the Netherlands")
struct SunTimesTests {
    /// Rise and set by PyEphem 4.2.1 (upper rim, 34' of refraction, no air pressure), in Dutch time to the minute below.
    private static let known: [(latitude: Double, longitude: Double, day: String, rises: String, sets: String)] = [
        (52.053, 5.4, "2023-01-01", "08:46", "16:37"), (52.053, 5.4, "2023-03-20", "06:41", "18:50"),
        (52.053, 5.4, "2023-03-26", "07:27", "20:01"), (52.053, 5.4, "2023-06-21", "05:17", "22:02"),
        (52.053, 5.4, "2023-10-25", "08:20", "18:24"), (52.053, 5.4, "2023-10-29", "07:27", "17:16"),
        (52.053, 5.4, "2023-11-14", "07:56", "16:48"), (52.053, 5.4, "2024-02-29", "07:25", "18:16"),
        (53.45, 6.83, "2023-06-21", "05:03", "22:05"), (53.45, 6.83, "2023-12-21", "08:46", "16:14"),
        (50.77, 6.02, "2023-06-21", "05:22", "21:52"), (50.77, 6.02, "2023-12-21", "08:35", "16:32"),
        (51.37, 3.4, "2023-12-21", "08:48", "16:39"), (51.37, 3.4, "2030-06-21", "05:29", "22:06"),
    ]

    private func minutes(_ text: String) -> Int { ClockTime(text)?.minutes ?? -1000 }

    @Test("rises and sets when the ephemeris says, to a minute and a rounding", arguments: 0..<14)
    func ephemeris(index: Int) throws {
        let known = Self.known[index]
        let day = try #require(CalendarDate(known.day))
        let times = try #require(
            SunTimes(on: day, at: WGS84Point(latitude: known.latitude, longitude: known.longitude))
        )
        // The known times are cut off, ours are rounded: a difference of one says no more than half a minute.
        #expect((0...1).contains(times.rises.minutes - minutes(known.rises)), "rises \(times.rises)")
        #expect((0...1).contains(times.sets.minutes - minutes(known.sets)), "sets \(times.sets)")
    }

    @Test("seven in the evening is dark on 25 October and light in June")
    func sevenInTheEvening() throws {
        let place = WGS84Point(latitude: 52.053, longitude: 5.4)
        let seven = try #require(ClockTime("19:00"))
        let autumn = try #require(CalendarDate("2023-10-25"))
        let summer = try #require(CalendarDate("2023-06-21"))
        #expect(try #require(SunTimes(on: autumn, at: place)).sets < seven)
        #expect(try #require(SunTimes(on: summer, at: place)).sets > seven)
    }

    @Test("somewhere in the country it is dark before and after it is here", arguments: ["2023-06-21", "2023-12-21"])
    func anywhere(text: String) throws {
        let day = try #require(CalendarDate(text))
        let here = try #require(SunTimes(on: day, at: WGS84Point(latitude: 52.053, longitude: 5.4)))
        let anywhere = SunTimes(anywhereOn: day)
        #expect(anywhere.rises > here.rises && anywhere.sets < here.sets)
        #expect(here.sets.minutes - anywhere.sets.minutes < 25)
    }

    @Test("beyond the polar circle the sun may not set at all")
    func midnightSun() throws {
        let day = try #require(CalendarDate("2023-06-21"))
        #expect(SunTimes(on: day, at: WGS84Point(latitude: 70, longitude: 20)) == nil)
    }

    @Test(
        "clocks are an hour ahead in winter and two in summer, from the last Sunday of March to that of October",
        arguments: [
            ("2023-03-26", 59, 60), ("2023-03-26", 60, 120), ("2023-10-29", 59, 120), ("2023-10-29", 60, 60),
            ("2024-03-31", 60, 120), ("2024-03-30", 1439, 60), ("2024-10-27", 60, 60), ("2026-06-01", 0, 120),
            ("2025-01-01", 720, 60), ("2021-10-31", 59, 120), ("2021-10-31", 60, 60),
        ]
    )
    func clocks(text: String, minute: Int, ahead: Int) throws {
        let day = try #require(CalendarDate(text))
        #expect(DutchClock.minutesAhead(on: day, minute: Double(minute)) == ahead)
    }

    @Test("a time of day is written as 19:30 and in no other way")
    func times() throws {
        #expect(ClockTime("19:30")?.minutes == 1170)
        #expect(ClockTime("00:05")?.description == "00:05" && ClockTime("23:59") != nil)
        for text in ["24:00", "19:60", "7:30", "19.30", "19:30:00", "", "1930", "ab:cd", "19:3\u{0663}"] {
            #expect(ClockTime(text) == nil, "\(text)")
        }
        #expect(ClockTime(minutes: 1440) == nil && ClockTime(minutes: -1) == nil)
    }
}
