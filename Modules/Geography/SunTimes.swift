package import Scheme

/// When the sun rises and sets, as clocks in the Netherlands show it.
package struct SunTimes: Hashable, Sendable {
    /// The time at which the upper rim of the sun comes over the horizon.
    package let rises: ClockTime
    /// The time at which it goes under.
    package let sets: ClockTime

    /// The times at a place on a day, to the minute.
    ///
    /// Hills and buildings are not in it. Within 66 degrees of latitude there is a rise and a set on every day; `nil`
    /// where there is none.
    package init?(on day: CalendarDate, at place: WGS84Point) {
        guard let rises = Self.minute(on: day, at: place, side: -1), let sets = Self.minute(on: day, at: place, side: 1)
        else { return nil }
        self.rises = DutchClock.time(on: day, minute: rises)
        self.sets = DutchClock.time(on: day, minute: sets)
    }

    private init(rises: ClockTime, sets: ClockTime) { (self.rises, self.sets) = (rises, sets) }

    /// The latest rise and the earliest set anywhere in the Netherlands: outside them it may be dark somewhere.
    package init(anywhereOn day: CalendarDate) {
        let times = NetherlandsOutline.extremes.compactMap { SunTimes(on: day, at: $0) }
        guard let rises = times.map(\.rises).max(), let sets = times.map(\.sets).min() else {
            preconditionFailure("the sun rises and sets everywhere in the Netherlands")
        }
        self.init(rises: rises, sets: sets)
    }

    /// The minute of the UTC day; the second turn takes the sun where it stands at the time that the first found.
    private static func minute(on day: CalendarDate, at place: WGS84Point, side: Double) -> Double? {
        var minute = 720 - 4 * place.longitude
        for _ in 1...2 {
            let sun = SolarPosition(on: day, minute: minute)
            guard let angle = sun.hourAngle(at: place.latitude) else { return nil }
            minute = 720 - 4 * (place.longitude - side * angle) - sun.equationOfTime
        }
        return minute
    }
}
