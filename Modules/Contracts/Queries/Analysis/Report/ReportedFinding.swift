package import Scheme

/// A finding of an inspection round, without its words.
package struct ReportedFinding: Codable, Hashable, Sendable {
    /// The finding, such as S1.1.
    package let id: LocalID
    /// The measurement to which it belongs.
    package let measurement: Int
    /// What it is about.
    package let category: String
    /// How serious it is.
    package let severity: String
    /// The kind of party that must solve it.
    package let owner: String
    /// The day by which it must be solved.
    package let due: CalendarDate?
    /// The day on which it was solved; `nil` while it is open.
    package let resolvedOn: CalendarDate?
    /// The easting in metres (RD New, EPSG:28992); `nil` without a place.
    package let rdX: Int?
    /// The northing in metres.
    package let rdY: Int?

    /// Makes the value.
    package init(
        id: LocalID,
        measurement: Int,
        category: String,
        severity: String,
        owner: String,
        due: CalendarDate? = nil,
        resolvedOn: CalendarDate? = nil,
        rdX: Int? = nil,
        rdY: Int? = nil
    ) {
        self.id = id
        self.measurement = measurement
        self.category = category
        self.severity = severity
        self.owner = owner
        self.due = due
        self.resolvedOn = resolvedOn
        self.rdX = rdX
        self.rdY = rdY
    }
}
