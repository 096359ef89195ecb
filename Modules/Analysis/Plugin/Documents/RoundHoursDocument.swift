import AnalysisDomain
import EventSourcing
import Geography

/// When a round was walked; beside the event, which tells the day only.
struct RoundHoursDocument: Codable {
    let begin: ClockTime
    let end: ClockTime?

    init(_ hours: RoundHours) { (begin, end) = (hours.begin, hours.end) }
}

extension DocumentCollection {
    /// When rounds were walked, `<run>/<measurement>/<round>`.
    static let roundHours = DocumentCollection("inspection-hours", .kept)
}
