import Contracts
import Scheme

/// Asks to note an observation.
struct NoteObservation: CommandContract {
    static let name = "probe.note-observation"

    let series: String
    let number: Int
    let text: String
}

/// An observation has been noted.
struct ObservationNoted: EventContract {
    static let name = "waarneming-genoteerd"
    static let dataClass = DataClass.open
    static let area: AreaID? = AreaID("gm1581-0007")
    static var topic: String { area.map { Topic.event(stream: "probe", area: $0, name: name) } ?? "" }

    let series: String
    let number: Int
    let text: String

    init(_ observation: Observation) {
        (series, number, text) = (observation.series, observation.number, observation.text)
    }

    var observation: Observation { Observation(series: series, number: number, text: text) }
    var subject: String { "waarneming/\(series)" }
    var areas: [AreaID] { Self.area.map { [$0] } ?? [] }
}
