import AnalysisDomain
import Geography
import Scheme
import TestSupport
import Testing

@Suite("A round in the dark")
struct LightTests {
    /// De Meent in Maarsbergen: on 2023-11-14 the sun rises there at 07:56 and sets at 16:49.
    private static let park = WGS84Point(latitude: 52.053, longitude: 5.401)

    private func time(_ text: String) -> ClockTime { made(ClockTime(text)) }

    private func hours(_ begin: String, _ end: String?) -> RoundHours {
        made(RoundHours(begin: time(begin), end: end.map(time)))
    }

    @Test(
        "began after sunset or before sunrise, and ended before sunrise",
        arguments: [
            ("16:49", nil, true), ("16:48", nil, false), ("16:48", "18:00", false), ("12:00", nil, false),
            ("19:00", "21:30", true), ("23:00", "00:30", true), ("22:00", "07:57", true), ("22:00", "08:30", false),
            ("06:00", "07:30", true), ("06:00", "08:10", false), ("07:56", nil, false), ("07:55", nil, true),
        ] as [(String, String?, Bool)]
    )
    func dark(begin: String, end: String?, isDark: Bool) {
        let fault = LightFault.of(hours(begin, end), on: Example.day("2023-11-14"), at: Self.park)
        #expect((fault == nil) == isDark, "\(fault.map { "\($0)" } ?? "dark")")
    }

    @Test("that began in the light is refused with the time at which the sun set there")
    func sentence() {
        let fault = LightFault.of(hours("16:30", nil), on: Example.day("2023-11-14"), at: Self.park)
        #expect(
            fault?.description
                == "a dark round cannot begin at 16:30 on 2023-11-14: there (52.05 N 5.40 E) the sun rose at 07:56 and set "
                + "at 16:49; correct the time, or record it as a round by day."
        )
    }

    @Test("without a place is held against the place where it is dark longest")
    func nowhere() {
        let day = Example.day("2023-11-14")
        // In the north-east the sun set a quarter of an hour earlier.
        #expect(LightFault.of(hours("16:40", nil), on: day, at: nil) == nil)
        #expect(LightFault.of(hours("16:40", nil), on: day, at: Self.park) != nil)
        #expect(
            LightFault.of(hours("15:30", nil), on: day, at: nil)?.description
                .contains("even where it is dark longest in the Netherlands the sun rose at") == true
        )
    }

    @Test("takes at most twelve hours")
    func longest() {
        #expect(RoundHours(begin: time("20:00"), end: time("08:00"))?.passesMidnight == true)
        #expect(RoundHours(begin: time("20:00"), end: time("08:01")) == nil)
        #expect(RoundHours(begin: time("19:00"), end: time("18:00")) == nil)
        #expect(RoundHours(begin: time("19:00"), end: time("19:00"))?.passesMidnight == false)
    }

    @Test("is refused by the measurement too, and one by day at the same time is not")
    func refused() {
        func round(_ kind: InspectionKind) -> AnalysisCommand {
            Example.measure(
                .holdInspections([
                    NewInspection(
                        kind: kind,
                        on: Example.day("2023-11-14"),
                        hours: hours("16:30", nil),
                        place: Self.park,
                        participants: [Example.town]
                    )
                ])
            )
        }
        Example.story().when(round(.dark)).refused(saying: "the sun rose at 07:56 and set at 16:49")
        #expect(Example.story().when(round(.day)).refusal == nil)
    }
}
