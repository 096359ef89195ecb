import EventSourcing

/// One observation in a series of ten: as much as an aggregate of ours usually has.
struct Observation: Hashable, Sendable {
    /// The events of one stream.
    static let seriesLength = 10

    let series: String
    let number: Int
    let text: String

    /// A text with which the published event has about 700 bytes.
    static let usualText = String(repeating: "een waarneming in het gebied; ", count: 8)
}

/// Notes observations in their order, until the series is full.
struct ObservationDecider: Decider {
    enum Refusal: DomainRefusal {
        case full
        case outOfOrder(expected: Int)

        var gate: String? { nil }
        var description: String {
            switch self {
            case .full: "the series is full; begin another one."
            case .outOfOrder(let expected): "the series has \(expected) observations; note number \(expected) first."
            }
        }
    }

    let initial = 0

    func decide(_ command: Observation, _ state: Int) throws(Refusal) -> [Observation] {
        guard state < Observation.seriesLength else { throw .full }
        guard command.number == state else { throw .outOfOrder(expected: state) }
        return [command]
    }

    func evolve(_ state: inout Int, _ event: Observation) { state += 1 }
}
