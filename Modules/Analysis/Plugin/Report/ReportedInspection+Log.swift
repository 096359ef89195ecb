import AnalysisDomain
import CloudEvents
import Contracts
import EventSourcing
import Scheme

extension ReportedInspection {
    /// Tells the rounds and findings of a measurement and of the one behind it in `numbers`, the earlier one first.
    ///
    /// Returns `nil` when no round was held; throws when the kept place of a finding is damaged.
    init?(of numbers: [Int], _ log: InspectionLog, _ run: RunID, _ reader: any StoreReader) throws {
        guard let now = numbers.first, log.rounds.contains(where: { numbers.contains($0.measurement) }) else {
            return nil
        }
        let before = numbers.dropFirst().first
        let oldestFirst = numbers.sorted()
        self.init(
            rounds: oldestFirst.flatMap { number in
                log.rounds.filter { $0.measurement == number }.map { ReportedRound($0, log) }
            },
            found: log.found(in: now),
            solved: log.solved(of: now),
            foundBefore: before.map(log.found),
            solvedBefore: before.map(log.solved),
            findings: try oldestFirst.flatMap { number in
                try log.findings.filter { $0.round.measurement == number }.map { finding in
                    try ReportedFinding(finding, run, reader)
                }
            }
        )
    }
}

extension ReportedRound {
    fileprivate init(_ round: InspectionLog.Round, _ log: InspectionLog) {
        let found = log.findings.filter { $0.facts.inspection == round.holding.id }
        self.init(
            id: round.holding.id,
            measurement: round.measurement,
            kind: round.holding.kind,
            on: round.holding.on,
            found: found.count,
            solved: found.count { $0.resolvedOn != nil }
        )
    }
}

extension ReportedFinding {
    /// A finding with its place, which is kept beside its words and may have been deleted with them.
    fileprivate init(_ finding: InspectionLog.Finding, _ run: RunID, _ reader: any StoreReader) throws {
        let number = finding.round.measurement
        let place = try reader.document("\(run)/\(number)/\(finding.facts.id)", in: .findingTexts)
            .map { try JSON.decode(FindingTextDocument.self, from: $0) }
        self.init(
            id: finding.facts.id,
            measurement: number,
            category: finding.facts.category,
            severity: finding.facts.severity,
            owner: finding.facts.owner,
            due: finding.facts.due,
            resolvedOn: finding.resolvedOn,
            rdX: place?.rdX,
            rdY: place?.rdY
        )
    }
}

extension InspectionLog {
    fileprivate func found(in number: Int) -> Int { findings.count { $0.round.measurement == number } }

    fileprivate func solved(of number: Int) -> Int {
        findings.count { $0.round.measurement == number && $0.resolvedOn != nil }
    }
}
