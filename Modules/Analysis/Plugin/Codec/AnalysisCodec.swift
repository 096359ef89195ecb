import AnalysisDomain
import Contracts
import EventSourcing
import PluginKit

/// Maps the events of a run's measurements to their stored forms and back.
struct AnalysisCodec: ContractCodec {
    typealias Event = AnalysisEvent

    let readings: [String: StoredReading<AnalysisEvent>] = (Self.heard + Self.counted + Self.published).byType()

    func storedForm(of event: AnalysisEvent) -> any StoredForm {
        switch event {
        case .heard(let news): news.stored
        case .surveyOpened(let ref, let opening): opening.contract(ref)
        case .responsesReceived(let ref, let receipt):
            ResponsesReceived(
                run: ref.run,
                areas: ref.areas,
                measurement: ref.number,
                count: receipt.count,
                digest: receipt.digest
            )
        case .thresholdReached(let ref, let threshold): threshold.contract(ref)
        case .surveyClosed(let ref, let closing): closing.contract(ref)
        case .inspectionHeld(let ref, let round): round.contract(ref)
        case .findingRecorded(let ref, let finding): finding.contract(ref)
        case .findingResolved(let ref, let resolution):
            FindingResolved(
                run: ref.run,
                areas: ref.areas,
                measurement: ref.number,
                finding: resolution.finding,
                on: resolution.on
            )
        case .policeDelivered(let ref, let delivery): delivery.policeContract(ref)
        case .policeCounted(let ref, let counts):
            PoliceCounted(
                run: ref.run,
                areas: ref.areas,
                measurement: ref.number,
                counts: counts.map(\.entry)
            )
        case .fireDelivered(let ref, let delivery): delivery.fireContract(ref)
        case .fireCounted(let ref, let counts):
            FireCounted(
                run: ref.run,
                areas: ref.areas,
                measurement: ref.number,
                counts: counts.map { FireCounted.Entry(category: $0.category.text, count: $0.count) }
            )
        case .analysisEstablished(let ref, let done): done.contract(ref)
        case .evaluationEstablished(let ref, let evaluation):
            EvaluationEstablished(
                run: ref.run,
                areas: ref.areas,
                measurement: ref.number,
                on: evaluation.on,
                comparisons: evaluation.comparisons.map(\.contract)
            )
        }
    }
}
