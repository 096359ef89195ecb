package import Geography
package import Scheme

/// Why a round does not count as one in the dark: it was light where it was walked.
package enum LightFault: Hashable, Sendable {
    /// It began after the sun had risen and before it set.
    case began(ClockTime, on: CalendarDate, rises: ClockTime, sets: ClockTime, at: WGS84Point?)
    /// It ended after the sun had risen.
    case ended(ClockTime, on: CalendarDate, rises: ClockTime, at: WGS84Point?)

    /// Holds a dark round against the sun.
    ///
    /// - Parameters:
    ///   - hours: When it was walked.
    ///   - day: The day on which it began.
    ///   - place: Where; without a place it is held to be dark when it was so anywhere in the Netherlands.
    /// - Returns: Why it does not count, or `nil` when it was dark.
    package static func of(_ hours: RoundHours, on day: CalendarDate, at place: WGS84Point?) -> LightFault? {
        let sun = times(on: day, at: place)
        guard hours.begin >= sun.sets || hours.begin < sun.rises else {
            return .began(hours.begin, on: day, rises: sun.rises, sets: sun.sets, at: place)
        }
        guard let end = hours.end else { return nil }
        // A round that began in the evening and ended in it, ended in the dark.
        if hours.begin >= sun.sets && !hours.passesMidnight { return nil }
        let morning = hours.passesMidnight ? day.adding(days: 1) : day
        let rises = times(on: morning, at: place).rises
        return end <= rises ? nil : .ended(end, on: morning, rises: rises, at: place)
    }

    private static func times(on day: CalendarDate, at place: WGS84Point?) -> SunTimes {
        place.flatMap { SunTimes(on: day, at: $0) } ?? SunTimes(anywhereOn: day)
    }
}

extension LightFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .began(let begin, let day, let rises, let sets, let place):
            "a dark round cannot begin at \(begin) on \(day): \(Self.name(place)) the sun rose at \(rises) and set at "
                + "\(sets); correct the time, or record it as a round by day."
        case .ended(let end, let day, let rises, let place):
            "a dark round cannot end at \(end) on \(day): \(Self.name(place)) the sun rose at \(rises); correct the "
                + "time, or record it as a round by day."
        }
    }

    /// Places to a hundredth of a degree: the sun's times are no more exact than that.
    private static func name(_ place: WGS84Point?) -> String {
        guard let place else { return "even where it is dark longest in the Netherlands" }
        func text(_ degrees: Double) -> String {
            let hundredths = Int((degrees * 100).rounded())
            let rest = hundredths % 100
            return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
        }
        return "there (\(text(place.latitude)) N \(text(place.longitude)) E)"
    }
}
