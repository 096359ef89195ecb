package import EventSourcing
import FoundationEssentials
import PluginKit
package import Scheme
import Synchronization

/// Tells the time to the plug-ins: the system's, or a date that is set for tests and demonstrations.
package final class HostClock: Sendable {
    /// The way a clock is asked for in a configuration.
    package enum Kind: Hashable, Sendable {
        /// The system's clock.
        case system
        /// A clock that stands at noon of a day until it is set to a later one.
        case settable(from: CalendarDate)

        /// Reads `system` or a date of the years 2000 to 2199; `nil` for anything else.
        package init?(_ text: String) {
            if text == "system" {
                self = .system
            } else {
                guard let date = CalendarDate(text), HostClock.years.contains(date.year) else { return nil }
                self = .settable(from: date)
            }
        }
    }

    private let setting: Mutex<Instant>?

    /// Makes a clock.
    package init(_ kind: Kind) {
        setting =
            switch kind {
            case .system: nil
            case .settable(let date): Mutex(date.noonInTheNetherlands)
            }
    }

    /// The present moment.
    package var now: Instant {
        let set: Instant? = setting?.withLock { $0 }
        return set ?? Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }

    /// What came of setting the clock.
    enum Setting: Equatable {
        case done
        /// The clock is the system's.
        case fixed
        /// The clock shows a later day already, and time does not run backwards.
        case passed(CalendarDate)
        /// No such day will be wanted, and there would be no way back.
        case outOfRange
    }

    /// The years to which a clock can be set.
    static let years = 2000...2199

    /// Sets the clock to noon of a day.
    func advance(to date: CalendarDate) -> Setting {
        guard Self.years.contains(date.year) else { return .outOfRange }
        let outcome: Setting? = setting?.withLock { now in
            let shown = CalendarDate(inTheNetherlandsAt: now)
            guard shown <= date else { return .passed(shown) }
            now = date.noonInTheNetherlands
            return .done
        }
        return outcome ?? .fixed
    }

    /// Whether the clock can be set.
    package var isSettable: Bool { setting != nil }
}
