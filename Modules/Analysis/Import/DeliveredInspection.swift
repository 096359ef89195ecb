package import AnalysisDomain
package import Geography
package import Scheme

/// An inspection round as a file has it, with the private words of its findings beside the facts.
package struct DeliveredInspection: Hashable, Sendable {
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The day.
    package let on: CalendarDate
    /// When it was walked, if the file says so.
    package internal(set) var hours: RoundHours?
    /// The middle of the places of its findings; `nil` when none has a place.
    package internal(set) var place: WGS84Point?
    /// The organisations that the file says walked along; none when it does not say.
    package internal(set) var participants: [OrganisationID] = []
    /// The findings' facts, in the order of the file.
    package internal(set) var findings: [NewFinding] = []
    /// The findings' words, in the same order.
    package internal(set) var texts: [FindingText] = []
}
