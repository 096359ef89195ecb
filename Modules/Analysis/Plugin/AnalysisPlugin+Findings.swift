import AnalysisDomain
import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import Scheme

extension AnalysisPlugin {
    var findingQueries: [QueryHandler] {
        [
            QueryHandler(FindingsQuery.self) { try findings($0, $1) },
            QueryHandler(FindingExportQuery.self) { query, reader in
                FindingCollection(
                    features: try summaries(of: query.run, query.measurement, on: query.on, reader).map {
                        $0.summary.feature(words: query.withWords ? $0.words : nil)
                    }
                )
            },
            QueryHandler(ChecklistQuery.self) { query, _ in try checklist(query) },
        ]
    }

    private func findings(_ query: FindingsQuery, _ reader: any StoreReader) throws -> FindingList {
        let all = try summaries(of: query.run, query.measurement, on: query.on, reader).map(\.summary)
        let late = all.filter(\.isLate)
        return FindingList(
            run: query.run,
            on: query.on,
            rounds: try log(of: query.run, reader).rounds.filter { round in
                (query.measurement ?? round.measurement) == round.measurement && round.holding.on <= query.on
            }.map { try inspected($0, query.run, reader) },
            findings: query.onlyOverdue ? late : all,
            late: OwnerArrears.list(of: late)
        )
    }

    private func log(of run: RunID, _ reader: any StoreReader) throws -> InspectionLog {
        guard try reader.document(run.text, in: .runs) != nil else {
            throw AnalysisRefusal.unknownRun(run)
        }
        return try InspectionLog(of: try reader.events(in: .analysis(of: run), after: .none), codec)
    }

    /// The findings of a run as they stand on a day, each with its private document if that was not erased.
    private func summaries(
        of run: RunID,
        _ measurement: Int?,
        on day: CalendarDate,
        _ reader: any StoreReader
    ) throws -> [(summary: FindingSummary, words: FindingTextDocument?)] {
        try log(of: run, reader).findings.filter { finding in
            (measurement ?? finding.round.measurement) == finding.round.measurement && finding.round.holding.on <= day
        }.map { finding in
            let words = try reader.document(
                "\(run)/\(finding.round.measurement)/\(finding.facts.id)",
                in: .findingTexts
            )
            .map { try JSON.decode(FindingTextDocument.self, from: $0) }
            return (summary(finding, words, on: day), words)
        }
    }

    private func summary(
        _ finding: InspectionLog.Finding,
        _ words: FindingTextDocument?,
        on day: CalendarDate
    ) -> FindingSummary {
        let (facts, round) = (finding.facts, finding.round)
        let standing = FindingStanding(
            foundOn: round.holding.on,
            due: facts.due,
            resolvedOn: finding.resolvedOn,
            term: guide.term(of: facts.severity),
            on: day
        )
        return FindingSummary(
            id: facts.id,
            measurement: round.measurement,
            kind: round.holding.kind,
            foundOn: round.holding.on,
            category: facts.category,
            severity: facts.severity,
            owner: facts.owner,
            due: facts.due,
            dueBy: standing.dueBy,
            resolvedOn: standing.status == .resolved ? finding.resolvedOn : nil,
            status: standing.status.contract,
            daysOpen: standing.daysOpen,
            daysLate: standing.daysLate,
            rdX: words?.rdX,
            rdY: words?.rdY,
            point: words?.point,
            checklist: words?.checklist,
            object: words?.object,
            report: words?.report
        )
    }

    private func inspected(
        _ round: InspectionLog.Round,
        _ run: RunID,
        _ reader: any StoreReader
    ) throws -> InspectedRound {
        let hours = try reader.document("\(run)/\(round.measurement)/\(round.holding.id)", in: .roundHours)
            .map { try JSON.decode(RoundHoursDocument.self, from: $0) }
        return InspectedRound(
            id: round.holding.id,
            measurement: round.measurement,
            kind: round.holding.kind,
            on: round.holding.on,
            begin: hours?.begin,
            end: hours?.end,
            participants: round.holding.participants
        )
    }

    private func checklist(_ query: ChecklistQuery) throws -> ChecklistAnswer {
        let known = guide.checklists.filter { $0.kind == query.kind }
        guard let list = query.checklist.map({ id in known.first { $0.id == id } }) ?? known.last else {
            let others = known.isEmpty ? "" : "; choose one of \(known.map(\.id).joined(separator: ", "))"
            throw InvalidInput("there is no such checklist for a \(query.kind.rawValue)\(others).")
        }
        return ChecklistAnswer(
            checklist: list.id,
            kind: list.kind,
            points: list.points.map {
                .init(id: $0.id, category: $0.category, text: $0.text, owners: $0.owners, round: $0.round.rawValue)
            },
            terms: guide.terms.map { .init(severity: $0.severity, days: $0.days, escalatesAfter: $0.escalatesAfter) }
        )
    }
}

extension FindingStanding.Status {
    fileprivate var contract: FindingStatus {
        switch self {
        case .open: .open
        case .overdue: .overdue
        case .escalated: .escalated
        case .resolved: .resolved
        }
    }
}

extension FindingSummary {
    /// Whether its owner is late with it.
    fileprivate var isLate: Bool { status == .overdue || status == .escalated }
}

extension OwnerArrears {
    /// What owners are late with; the worst first, and names in order where they are as bad.
    fileprivate static func list(of late: [FindingSummary]) -> [OwnerArrears] {
        Dictionary(grouping: late, by: \.owner).map { owner, own in
            OwnerArrears(
                owner: owner,
                overdue: own.count { $0.status == .overdue },
                escalated: own.count { $0.status == .escalated },
                mostDaysLate: own.map(\.daysLate).max() ?? 0
            )
        }.sorted {
            ($1.escalated, $1.overdue, $1.mostDaysLate, $0.owner) < (
                $0.escalated, $0.overdue, $0.mostDaysLate, $1.owner
            )
        }
    }
}
