import AnalysisDomain
import EventSourcing
import PluginKit
import Scheme

/// The rounds and findings of all measurements of a run, folded from its events.
struct InspectionLog {
    struct Round {
        let measurement: Int
        let holding: InspectionHolding
    }

    struct Finding {
        let round: Round
        let facts: InspectionFinding
        var resolvedOn: CalendarDate?
    }

    private(set) var rounds: [Round] = []
    private(set) var findings: [Finding] = []

    /// Folds the events of a run's stream; throws when one cannot be read.
    init(of events: [RecordedEvent], _ codec: AnalysisCodec) throws {
        for recorded in events {
            switch try codec.decode(type: recorded.event.type, payload: recorded.event.payload) {
            case .inspectionHeld(let ref, let holding):
                rounds.append(Round(measurement: ref.number, holding: holding))
            case .findingRecorded(_, let facts):
                guard let round = rounds.first(where: { $0.holding.id == facts.inspection }) else { continue }
                findings.append(Finding(round: round, facts: facts))
            case .findingResolved(_, let resolution):
                guard let index = findings.firstIndex(where: { $0.facts.id == resolution.finding }) else { continue }
                findings[index].resolvedOn = resolution.on
            default: break
            }
        }
    }
}
