import AnalysisDomain
import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import Scheme

/// Folds the events into one summary for each measurement and one document for each run.
struct MeasurementProjection: Projection {
    let name = "measurements"
    let version = 1
    let collections: [DocumentCollection] = [.runs, .measurements]
    let codec: AnalysisCodec

    func apply(_ recorded: RecordedEvent, in transaction: any StoreTransaction) throws {
        guard recorded.stream.category == "analysis" else { return }
        switch try codec.decode(type: recorded.event.type, payload: recorded.event.payload) {
        case .heard(let news): try apply(news, to: recorded.stream.id, in: transaction)
        case .surveyOpened(let ref, let opening):
            try change(ref, in: transaction) {
                ($0.questionnaire, $0.invited, $0.surveyOpen) = (opening.questionnaire.text, opening.invited, true)
            }
        case .responsesReceived(let ref, let receipt): try change(ref, in: transaction) { $0.answers += receipt.count }
        case .surveyClosed(let ref, let closing):
            try change(ref, in: transaction) { ($0.surveyOpen, $0.surveyClosedOn) = (false, closing.on) }
        case .inspectionHeld(let ref, let round):
            try change(ref, in: transaction) {
                $0.inspections.append(
                    InspectionSummary(id: round.id, kind: round.kind, on: round.on, findings: 0, open: 0)
                )
            }
        case .findingRecorded(let ref, let finding):
            try change(ref, in: transaction) { $0.count(finding.inspection.text, findings: 1, open: 1) }
        case .findingResolved(let ref, let resolution):
            try change(ref, in: transaction) { $0.count(resolution.finding.round, findings: 0, open: -1) }
        case .policeDelivered(let ref, _): try change(ref, in: transaction) { $0.policeDelivered = true }
        case .fireDelivered(let ref, _): try change(ref, in: transaction) { $0.fireDelivered = true }
        case .analysisEstablished(let ref, let done):
            try change(ref, in: transaction) {
                $0.establishedOn = done.on
                $0.figures = done.figures.map(\.contract)
                $0.bottlenecks = done.bottlenecks.map(\.contract)
            }
        case .thresholdReached, .policeCounted, .fireCounted, .evaluationEstablished: break
        }
    }

    private func apply(_ news: RegistryNews, to key: String, in transaction: any StoreTransaction) throws {
        let old = try transaction.document(key, in: .runs).map { try JSON.decode(RunDocument.self, from: $0) }
        let started: RunDocument? = if case .run(let run) = news { RunDocument(run) } else { nil }
        guard var document = old ?? started else { return }
        document.fold(news)
        try transaction.put(try JSON.encode(document), at: key, in: .runs)
    }

    private func change(
        _ ref: MeasurementRef,
        in transaction: any StoreTransaction,
        _ body: (inout MeasurementSummary) -> Void
    ) throws {
        let key = "\(ref.run)/\(ref.number)"
        let old = try transaction.document(key, in: .measurements)
            .map { try JSON.decode(MeasurementSummary.self, from: $0) }
        var summary = old ?? MeasurementSummary(run: ref.run, measurement: ref.number)
        body(&summary)
        try transaction.put(try JSON.encode(summary), at: key, in: .measurements)
    }
}

extension MeasurementSummary {
    /// A measurement of which nothing has come in.
    init(run: RunID, measurement: Int) {
        self.init(
            run: run,
            measurement: measurement,
            answers: 0,
            surveyOpen: false,
            inspections: [],
            policeDelivered: false,
            fireDelivered: false,
            figures: [],
            bottlenecks: []
        )
    }

    fileprivate mutating func count(_ round: String, findings: Int, open: Int) {
        guard let index = inspections.firstIndex(where: { $0.id.text == round }) else { return }
        inspections[index].findings += findings
        inspections[index].open += open
    }
}

extension LocalID {
    /// The round of a finding: of S1.3 it is S1.
    fileprivate var round: String { String(text.prefix { $0 != "." }) }
}
