package import EventSourcing
package import Testing

/// Tells a decider's behaviour as given, when, then.
///
/// ```swift
/// Scenario(AreaDecider(schemes: .shipped))
///     .given(.registered(area), .joined(police))
///     .when(.sign(declaration))
///     .then(.signed(declaration))
///     .when(.sign(declaration))
///     .refused(gate: "declaration")
/// ```
///
/// A step that turns out otherwise is an issue of the running test at the line of that step; it lists what was
/// expected beside what happened. After ``ScenarioOutcome/then(_:sourceLocation:)`` the story goes on with the
/// decided events as history.
package struct Scenario<D: Decider>: Sendable {
    /// The rules under test.
    package let decider: D
    /// What has happened so far, oldest first.
    package let history: [D.Event]

    /// Begins a story in which nothing has happened yet.
    package init(_ decider: D) {
        self.init(decider, history: [])
    }

    init(_ decider: D, history: [D.Event]) {
        self.decider = decider
        self.history = history
    }

    /// The state that the history leads to, for a closer look with `#expect`.
    package var state: D.State { decider.state(after: history) }

    /// Adds events to the history.
    package func given(_ events: D.Event...) -> Scenario {
        given(events)
    }

    /// Adds a prepared list of events to the history.
    package func given(_ events: some Sequence<D.Event>) -> Scenario {
        Scenario(decider, history: history + Array(events))
    }

    /// Lets the decider carry out commands that only prepare the story: a refusal of one is an issue at this line.
    package func having(
        _ commands: D.Command...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Scenario {
        commands.reduce(self) { story, command in
            let outcome = story.when(command)
            if let refusal = outcome.refusal {
                Issue.record("the preparation was refused: \(refusal)", sourceLocation: sourceLocation)
            }
            return Scenario(decider, history: story.history + outcome.events)
        }
    }

    /// Gives the decider a command.
    package func when(_ command: D.Command) -> ScenarioOutcome<D> {
        do {
            return ScenarioOutcome(before: self, result: .success(try decider.decide(command, state)))
        } catch {
            return ScenarioOutcome(before: self, result: .failure(error))
        }
    }
}
