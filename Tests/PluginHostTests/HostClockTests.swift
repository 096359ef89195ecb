import EventSourcing
import FoundationEssentials
import PluginKit
import Scheme
import Testing

@testable import PluginHost

@Suite("The clock of a host")
struct HostClockTests {
    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test("that is set shows noon of its day, moves forward by hand, and never back")
    func settable() throws {
        let clock = HostClock(.settable(from: try date("2026-11-23")))
        #expect(clock.isSettable)
        #expect(clock.now.rfc3339 == "2026-11-23T11:00:00.000Z")
        #expect(clock.now == clock.now)
        #expect(clock.advance(to: try date("2027-07-01")) == .done)
        #expect(clock.now.rfc3339 == "2027-07-01T10:00:00.000Z")
        #expect(clock.advance(to: try date("2026-12-01")) == .passed(try date("2027-07-01")))
        #expect(clock.advance(to: try date("9999-12-31")) == .outOfRange)
        #expect(clock.now.rfc3339 == "2027-07-01T10:00:00.000Z")
    }

    @Test("of the system runs by itself and cannot be set")
    func system() throws {
        let clock = HostClock(.system)
        let before = Date()
        let shown = Date(timeIntervalSince1970: Double(clock.now.microseconds) / 1_000_000)
        #expect(!clock.isSettable)
        #expect(clock.advance(to: try date("2099-01-01")) == .fixed)
        // A microsecond is lost where a Double becomes a whole number.
        #expect(shown.timeIntervalSince(before) > -0.001)
        #expect(shown.timeIntervalSince(Date()) < 0.001)
    }

    @Test("is asked for as system or as a date")
    func kind() throws {
        #expect(HostClock.Kind("system") == .system)
        #expect(HostClock.Kind("2026-11-23") == .settable(from: try date("2026-11-23")))
        for text in ["", "System", "1993-01-01", "9999-12-31", "now", "2026-11-31", "23-11-2026", "2026-11-23T12:00"] {
            #expect(HostClock.Kind(text) == nil)
        }
    }
}
