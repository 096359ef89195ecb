package import AnalysisDomain
package import Scheme

/// An inspection round as a file has it, with the private words of its findings beside the facts.
package struct DeliveredInspection: Hashable, Sendable {
    /// By day or in the dark.
    package let kind: InspectionKind
    /// The day.
    package let on: CalendarDate
    /// The findings' facts, in the order of the file.
    package internal(set) var findings: [NewFinding] = []
    /// The findings' words, in the same order.
    package internal(set) var texts: [FindingText] = []
}
