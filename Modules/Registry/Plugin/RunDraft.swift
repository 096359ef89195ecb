import Contracts
import RegistryDomain
import Scheme

/// A run's summary while an event is folded into it.
struct RunDraft {
    private let base: RunSummary
    private var phase: Int
    private var phaseName: String
    private var round: Int
    private var parties: [PartySummary]
    private var signedOn: CalendarDate?
    private var meetingsPerYear: Int?
    private var stopped: Bool
    private var stars: Int
    private var completedSteps: [Int]
    /// The number of events of the run.
    var revision: Int64

    /// Folds an event; `nil` when there is no summary to fold it into.
    init?(after event: RunEvent, from old: RunSummary?) {
        if case .started(let start) = event.fact {
            self.init(Self.blank(event, start))
        } else if let old {
            self.init(old)
            fold(event.fact)
        } else {
            return nil
        }
    }

    private init(_ summary: RunSummary) {
        base = summary
        phase = summary.phase
        phaseName = summary.phaseName
        round = summary.round
        parties = summary.parties
        signedOn = summary.signedOn
        meetingsPerYear = summary.meetingsPerYear
        stopped = summary.stopped
        stars = summary.stars
        completedSteps = summary.completedSteps
        revision = summary.revision
    }

    private static func blank(_ event: RunEvent, _ start: RunStart) -> RunSummary {
        RunSummary(
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

    private mutating func fold(_ fact: RunEvent.Fact) {
        switch fact {
        case .phaseChanged(let change):
            (phase, phaseName, round) = (change.to, change.name, change.round)
            if let ended = change.from { completedSteps.append(ended) }
        case .partyJoined(let party, _):
            let summary = PartySummary(organisation: party.organisation, kind: party.kind, name: party.name)
            parties = (parties + [summary]).sorted { $0.organisation < $1.organisation }
        case .partyLeft(let organisation, _, _, _): parties.removeAll { $0.organisation == organisation }
        case .agreementSigned(let agreement):
            (signedOn, meetingsPerYear) = (agreement.on, agreement.meetingsPerYear)
        case .certificateNoted(_, let number): stars = number
        case .stopped: stopped = true
        case .started, .workgroupInstalled, .evaluationStarted, .annualReportNoted: break
        }
    }

    /// The summary as it is now.
    var summary: RunSummary {
        RunSummary(
            run: base.run,
            areas: base.areas,
            kind: base.kind,
            name: base.name,
            scheme: base.scheme,
            phase: phase,
            phaseName: phaseName,
            round: round,
            parties: parties,
            signedOn: signedOn,
            meetingsPerYear: meetingsPerYear,
            stopped: stopped,
            stars: stars,
            completedSteps: completedSteps,
            revision: revision
        )
    }
}
