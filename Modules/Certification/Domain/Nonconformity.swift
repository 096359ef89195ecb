package import Scheme

/// Something that the review found wanting.
package struct Nonconformity: Hashable, Sendable {
    /// The last day for its repair.
    package let due: CalendarDate
    /// The day on which the repair was verified.
    package internal(set) var resolvedOn: CalendarDate?
}
