import CloudEvents
import Contracts
import EventSourcing
import PlanningDomain
import PluginKit
import Scheme

/// Folds each plan's events into its summary and its first deadline, by the fold of the domain itself.
struct PlanProjection: Projection {
    static let plans = DocumentCollection("planning.plan", .derived)

    let name = "plans"
    let version = 3
    let collections = [Self.plans, PlanDeadline.collection]
    private let codec = PlanCodec()

    func apply(_ recorded: RecordedEvent, in transaction: any StoreTransaction) throws {
        // The newest event of a stream stands for all before it: a rebuild folds each plan once.
        guard recorded.stream.category == "plan", let run = RunID(recorded.stream.id),
            try transaction.revision(of: recorded.stream) == recorded.revision
        else { return }
        var state = PlanState()
        for item in try transaction.events(in: recorded.stream, after: .none) {
            state.apply(try codec.decode(type: item.event.type, payload: item.event.payload))
        }
        guard state.run != nil else { return }
        let summary = PlanSummary(of: state, run: run, revision: recorded.revision)
        try transaction.put(try JSON.encode(summary), at: run.text, in: Self.plans)
        if let next = state.nextDeadline {
            try transaction.put(
                try JSON.encode(PlanDeadline(deadline: next)),
                at: run.text,
                in: PlanDeadline.collection
            )
        } else {
            try transaction.removeDocument(run.text, in: PlanDeadline.collection)
        }
    }
}
