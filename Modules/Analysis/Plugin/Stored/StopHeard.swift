import Contracts
import Scheme

/// The stored form of a run's end that was heard of.
struct StopHeard: StoredForm {
    static let type = "analysis.stop-heard.v1"
    let on: CalendarDate
}
