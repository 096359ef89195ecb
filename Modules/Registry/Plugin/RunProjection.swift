import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import RegistryDomain
import Scheme

/// Folds the runs' events into one summary for each run.
struct RunProjection: Projection {
    static let runs = DocumentCollection("run", .derived)

    let name = "runs"
    let version = 1
    let collections = [Self.runs]
    private let codec = RunCodec()

    func apply(_ recorded: RecordedEvent, in transaction: any StoreTransaction) throws {
        guard recorded.stream.category == "run" else { return }
        let event = try codec.decode(type: recorded.event.type, payload: recorded.event.payload)
        let old = try transaction.document(recorded.stream.id, in: Self.runs)
            .map { try JSON.decode(RunSummary.self, from: $0) }
        guard var summary = old ?? RunSummary(start: event) else { return }
        summary.fold(event.fact)
        summary.revision = recorded.revision.value
        try transaction.put(try JSON.encode(summary), at: recorded.stream.id, in: Self.runs)
    }
}

extension RunSummary {
    /// The summary of a run that starts; `nil` for any other event.
    fileprivate init?(start event: RunEvent) {
        guard case .started(let start) = event.fact else { return nil }
        self.init(
            run: event.run,
            areas: event.areas,
            kind: start.kind,
            name: start.name,
            scheme: start.scheme,
            phase: 0,
            phaseName: "",
            round: 1,
            parties: [],
            stopped: false,
            stars: 0,
            completedSteps: [],
            revision: 0
        )
    }

    fileprivate mutating func fold(_ fact: RunEvent.Fact) {
        switch fact {
        case .phaseChanged(let change):
            (phase, phaseName, round) = (change.to, change.name, change.round)
            if let ended = change.from { completedSteps.append(ended) }
        case .partyJoined(let party, _):
            parties.append(PartySummary(organisation: party.organisation, kind: party.kind, name: party.name))
            parties.sort { $0.organisation < $1.organisation }
        case .partyLeft(let organisation, _, _, _): parties.removeAll { $0.organisation == organisation }
        case .agreementSigned(let agreement):
            (signedOn, meetingsPerYear) = (agreement.on, agreement.meetingsPerYear)
        case .certificateNoted(_, let number): stars = number
        case .stopped: stopped = true
        case .started, .workgroupInstalled, .evaluationStarted, .annualReportNoted: break
        }
    }
}
