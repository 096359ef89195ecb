package import Scheme

/// One delivery on which figures rest.
package struct ReportedSource: Codable, Hashable, Sendable {
    /// The measurement to which it belongs.
    package let measurement: Int
    /// Which of the sources it is.
    package let source: MeasurementSource
    /// The source as it must be named: the supplier's own words, or the questionnaire or round.
    package let name: String
    /// SHA-256 of the delivered file, hexadecimal; `nil` for what was not delivered as a file.
    package let sha256: String?
    /// The first day that it is about.
    package let from: CalendarDate
    /// The last day that it is about.
    package let through: CalendarDate
    /// The day on which it was taken over; `nil` where that was not recorded.
    package let deliveredOn: CalendarDate?
    /// The number of figures that the source withholds, for police figures.
    package let withheld: Int?

    /// Makes the value.
    package init(
        measurement: Int,
        source: MeasurementSource,
        name: String,
        sha256: String? = nil,
        from: CalendarDate,
        through: CalendarDate,
        deliveredOn: CalendarDate? = nil,
        withheld: Int? = nil
    ) {
        self.measurement = measurement
        self.source = source
        self.name = name
        self.sha256 = sha256
        self.from = from
        self.through = through
        self.deliveredOn = deliveredOn
        self.withheld = withheld
    }
}
