import Contracts

/// Tells which runs came to another step.
enum StepChange {
    /// A line for each run whose step differs, and for each new one.
    static func lines(from before: [RunSummary], to after: [RunSummary]) -> [String] {
        after.compactMap { run in
            let old = before.first { $0.run == run.run }
            guard !run.stopped, old?.phase != run.phase || old?.round != run.round else { return nil }
            let end = old.map { "step \($0.phase) is done" } ?? "begin"
            return "\(run.run): \(end) → step \(run.phase) \(run.phaseName)"
        }
    }
}
