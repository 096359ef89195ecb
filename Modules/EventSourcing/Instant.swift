/// A moment in UTC, in whole microseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    /// Microseconds since 1970, negative before it.
    package let microseconds: Int64

    /// Makes a moment from microseconds since 1970.
    package init(microseconds: Int64) { self.microseconds = microseconds }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
}
