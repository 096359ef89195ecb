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

        /// Reads `system` or a date from 2000; `nil` for anything else.
        package init?(_ text: String) {
            if text == "system" {
                self = .system
            } else {
                // Before the year in which the label's first handbook appeared a date is a typing error.
                guard let date = CalendarDate(text), date.year >= 2000 else { return nil }
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

    /// Sets the clock to noon of a day; an earlier day than it shows changes nothing.
    ///
    /// - Returns: Whether this clock can be set at all.
    package func advance(to date: CalendarDate) -> Bool {
        setting?.withLock { $0 = max($0, date.noonInTheNetherlands) } != nil
    }

    /// Whether the clock can be set.
    package var isSettable: Bool { setting != nil }
}
