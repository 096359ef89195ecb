package import Scheme

/// A number of registered events over the window of a measurement.
package struct ReportedCount: Codable, Hashable, Sendable {
    /// The first month of the window.
    package let from: CalendarMonth
    /// The last month.
    package let through: CalendarMonth
    /// The number.
    package let count: Int
    /// The lower limit of Garwood's 95 % interval.
    package let lower: Double?
    /// The upper limit.
    package let upper: Double?
    /// The number in the rest of the municipality, without the area; `nil` when it is not known.
    package let reference: Int?
    /// The number per 100 establishments a year; `nil` when the establishments are not known.
    package let rate: ReportedRate?
    /// From which later number a fall over the same time could be demonstrated; `nil` where nothing is tested.
    package let detectable: DetectableFall?

    /// Makes the value.
    package init(
        from: CalendarMonth,
        through: CalendarMonth,
        count: Int,
        lower: Double? = nil,
        upper: Double? = nil,
        reference: Int? = nil,
        rate: ReportedRate? = nil,
        detectable: DetectableFall? = nil
    ) {
        self.from = from
        self.through = through
        self.count = count
        self.lower = lower
        self.upper = upper
        self.reference = reference
        self.rate = rate
        self.detectable = detectable
    }
}
