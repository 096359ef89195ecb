import CloudEvents
import EventSourcing
import FoundationEssentials
import Scheme

/// The first deadline of a plan of which the passing was not told, so that the clock need not read every log.
struct PlanDeadline: Codable {
    /// One document for each run that has such a deadline, by the run's identifier.
    static let collection = DocumentCollection("planning.deadline", .derived)

    /// The day.
    let deadline: CalendarDate

    init(deadline: CalendarDate) { self.deadline = deadline }

    init(_ document: StoredDocument) throws { self = try JSON.decode(Self.self, from: document.body) }
}
