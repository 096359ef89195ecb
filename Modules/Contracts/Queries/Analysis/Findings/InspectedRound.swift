package import Geography
package import Scheme

/// A round, with who walked along and when.
package struct InspectedRound: Codable, Hashable, Sendable {
    /// The round, such as S1.
    package let id: LocalID
    /// The number of the measurement.
    package let measurement: Int
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The day.
    package let on: CalendarDate
    /// When it began; `nil` where it was not noted, and then a dark round was not held against the sun.
    package let begin: ClockTime?
    /// When it ended.
    package let end: ClockTime?
    /// The organisations that walked along.
    package let participants: [OrganisationID]

    /// Makes the value.
    package init(
        id: LocalID,
        measurement: Int,
        kind: InspectionKind,
        on: CalendarDate,
        begin: ClockTime? = nil,
        end: ClockTime? = nil,
        participants: [OrganisationID]
    ) {
        self.id = id
        self.measurement = measurement
        self.kind = kind
        self.on = on
        self.begin = begin
        self.end = end
        self.participants = participants
    }
}
