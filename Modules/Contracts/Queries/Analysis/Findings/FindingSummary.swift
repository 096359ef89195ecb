package import Scheme

/// A finding as it stands on a day, without what it says in words.
package struct FindingSummary: Codable, Hashable, Sendable {
    /// The finding, such as S1.3.
    package let id: LocalID
    /// The number of the measurement.
    package let measurement: Int
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The day of its round.
    package let foundOn: CalendarDate
    /// What it is about.
    package let category: String
    /// How serious it is.
    package let severity: String
    /// The kind of party that must solve it.
    package let owner: String
    /// The day that was agreed for it, if any.
    package let due: CalendarDate?
    /// The day by which it must be solved: as agreed, else by the term of its severity.
    package let dueBy: CalendarDate?
    /// The day on which it was solved.
    package let resolvedOn: CalendarDate?
    /// Where it is on the way to being solved.
    package let status: FindingStatus
    /// The days from the round to the solution, or to the day that is looked from.
    package let daysOpen: Int
    /// The days by which it is or was solved too late; 0 when in time.
    package let daysLate: Int
    /// The easting in whole metres, RD New (EPSG:28992); `nil` without a place.
    package let rdX: Int?
    /// The northing in whole metres.
    package let rdY: Int?
    /// The point of the checklist.
    package let point: String?
    /// The checklist and its version.
    package let checklist: String?
    /// The number of the object, such as that of a lamp post.
    package let object: String?
    /// The number under which it was reported to its owner.
    package let report: String?

    /// Makes the value.
    package init(
        id: LocalID,
        measurement: Int,
        kind: InspectionKind,
        foundOn: CalendarDate,
        category: String,
        severity: String,
        owner: String,
        due: CalendarDate? = nil,
        dueBy: CalendarDate? = nil,
        resolvedOn: CalendarDate? = nil,
        status: FindingStatus,
        daysOpen: Int,
        daysLate: Int,
        rdX: Int? = nil,
        rdY: Int? = nil,
        point: String? = nil,
        checklist: String? = nil,
        object: String? = nil,
        report: String? = nil
    ) {
        (self.id, self.measurement, self.kind, self.foundOn) = (id, measurement, kind, foundOn)
        (self.category, self.severity, self.owner) = (category, severity, owner)
        (self.due, self.dueBy, self.resolvedOn) = (due, dueBy, resolvedOn)
        (self.status, self.daysOpen, self.daysLate) = (status, daysOpen, daysLate)
        (self.rdX, self.rdY) = (rdX, rdY)
        (self.point, self.checklist, self.object, self.report) = (point, checklist, object, report)
    }
}
