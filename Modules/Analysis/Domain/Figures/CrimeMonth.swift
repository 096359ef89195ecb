package import Scheme

/// The registered crimes of one type in one month.
package struct CrimeMonth: Hashable, Sendable {
    /// The month.
    package let month: CalendarMonth
    /// In the regions of the area together.
    package let area: RegisteredCount
    /// In the municipality; `nil` when the delivery lacks it.
    package let municipality: RegisteredCount?

    /// Makes the value.
    package init(month: CalendarMonth, area: RegisteredCount, municipality: RegisteredCount?) {
        (self.month, self.area, self.municipality) = (month, area, municipality)
    }

    /// In the municipality without the area; `nil` when either is unknown.
    package var rest: Int? { municipality.flatMap { area.subtracted(from: $0) } }
}
