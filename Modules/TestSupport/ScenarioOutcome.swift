package import EventSourcing
package import Testing

/// What a decider answered to the command of a ``Scenario``, to be held against what was expected.
package struct ScenarioOutcome<D: Decider>: Sendable {
    /// The story up to the command.
    package let before: Scenario<D>
    /// The decided events or the refusal.
    package let result: Result<[D.Event], D.Refusal>

    /// The decided events; none when the command was refused.
    package var events: [D.Event] {
        if case .success(let events) = result { events } else { [] }
    }

    /// The refusal, or `nil` when the command was carried out.
    package var refusal: D.Refusal? {
        if case .failure(let refusal) = result { refusal } else { nil }
    }

    /// The story with the decided events added; unchanged after a refusal.
    package var after: Scenario<D> { before.given(events) }

    /// The state after the command.
    package var state: D.State { after.state }

    private var told: String {
        switch result {
        case .success(let events): Self.list(events)
        case .failure(let refusal): "refused: \(refusal)" + (refusal.gate.map { " (gate \($0))" } ?? "")
        }
    }

    private static func list(_ events: [D.Event]) -> String {
        guard !events.isEmpty else { return "nothing" }
        return events.map { "\n    \($0)" }.joined()
    }

    private func report(expected: String, at sourceLocation: SourceLocation) {
        Issue.record("expected \(expected)\nhappened \(told)", sourceLocation: sourceLocation)
    }
}

extension ScenarioOutcome where D.Event: Equatable {
    /// Expects exactly these events in this order; none means that the command had already been carried out.
    @discardableResult
    package func then(
        _ expected: D.Event...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Scenario<D> {
        then(expected, sourceLocation: sourceLocation)
    }

    /// Expects exactly a prepared list of events.
    @discardableResult
    package func then(
        _ expected: [D.Event],
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Scenario<D> {
        if refusal != nil || events != expected {
            report(expected: Self.list(expected), at: sourceLocation)
        }
        return after
    }
}

extension ScenarioOutcome {
    /// Expects that the command was carried out by events of which each passes its own look, for instance
    /// a pattern match where the exact value is beside the point.
    @discardableResult
    package func thenMatching(
        _ looks: (D.Event) -> Bool...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Scenario<D> {
        let passed = events.count == looks.count && zip(events, looks).allSatisfy { $1($0) }
        if refusal != nil || !passed {
            report(expected: "\(looks.count) events that pass their look", at: sourceLocation)
        }
        return after
    }

    /// Expects that the command was accepted and nothing was left to do.
    @discardableResult
    package func thenNothing(sourceLocation: SourceLocation = #_sourceLocation) -> Scenario<D> {
        if refusal != nil || !events.isEmpty { report(expected: "nothing", at: sourceLocation) }
        return after
    }

    /// Expects this very refusal.
    @discardableResult
    package func refused(
        with expected: D.Refusal,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Scenario<D> {
        if refusal != expected { report(expected: "refused: \(expected)", at: sourceLocation) }
        return before
    }

    /// Expects a refusal because this gate of the scheme is closed.
    @discardableResult
    package func refused(
        gate expected: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Scenario<D> {
        if refusal?.gate != expected { report(expected: "refused at gate \(expected)", at: sourceLocation) }
        return before
    }

    /// Expects a refusal whose sentence contains these words.
    @discardableResult
    package func refused(
        saying words: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Scenario<D> {
        if refusal?.description.contains(words) != true {
            report(expected: "refused: … \(words) …", at: sourceLocation)
        }
        return before
    }
}
