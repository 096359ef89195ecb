package import Scheme

/// The police have delivered figures.
package struct PoliceFiguresDelivered: RunEventContract {
    package static let name = "politiecijfers-aangeleverd"
    package static let dataClass = DataClass.confidential
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number of the measurement.
    package let measurement: Int
    /// The first month.
    package let from: CalendarMonth
    /// The last month.
    package let through: CalendarMonth
    /// The number of figures taken over.
    package let rows: Int
    /// The number of figures that the source withholds.
    package let withheld: Int
    /// The source, as it must be named.
    package let source: String
    /// SHA-256 of the file, hexadecimal.
    package let digest: String

    /// Makes the payload.
    package init(
        run: RunID,
        areas: [AreaID],
        measurement: Int,
        from: CalendarMonth,
        through: CalendarMonth,
        rows: Int,
        withheld: Int,
        source: String,
        digest: String
    ) {
        self.run = run
        self.areas = areas
        self.measurement = measurement
        self.from = from
        self.through = through
        self.rows = rows
        self.withheld = withheld
        self.source = source
        self.digest = digest
    }

    package var subject: String { "meting/\(run)/\(measurement)" }
}
