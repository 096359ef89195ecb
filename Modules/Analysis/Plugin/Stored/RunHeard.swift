import Contracts
import Scheme

/// The stored form of a run that was heard of.
struct RunHeard: StoredForm {
    static let type = "analysis.run-heard.v1"
    let run: RunID
    let areas: [AreaID]
    let kind: AreaKind
    let scheme: SchemeID
    let municipality: Region
    let regions: [Region]
    let establishments: Int
    let on: CalendarDate?
}
