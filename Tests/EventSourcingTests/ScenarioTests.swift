import EventSourcing
import TestSupport
import Testing

/// A door that opens, closes, and can be locked for ever.
struct Door: Decider {
    enum Command: Sendable { case open, close, lock }
    enum Event: String, Equatable, Sendable { case opened, closed, locked }
    enum State: Sendable { case open, closed, locked }

    enum Refusal: DomainRefusal {
        case locked
        case mustBeClosed

        var gate: String? { self == .locked ? "lock" : nil }

        var description: String {
            switch self {
            case .locked: "the door cannot be opened: it is locked. Ask for the key."
            case .mustBeClosed: "the door cannot be locked: it is open. Close it first."
            }
        }
    }

    let initial = State.closed

    func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
        switch (command, state) {
        case (.open, .closed): [.opened]
        case (.close, .open): [.closed]
        case (.lock, .closed): [.locked]
        case (.open, .open), (.close, .closed), (.lock, .locked): []
        case (.lock, .open): throw .mustBeClosed
        case (.open, .locked), (.close, .locked): throw .locked
        }
    }

    func evolve(_ state: inout State, _ event: Event) {
        switch event {
        case .opened: state = .open
        case .closed: state = .closed
        case .locked: state = .locked
        }
    }
}

@Suite("Scenario")
struct ScenarioTests {
    @Test("a story goes on with what was decided")
    func story() {
        let end = Scenario(Door())
            .when(.open).then(.opened)
            .when(.open).thenNothing()
            .when(.lock).refused(with: .mustBeClosed)
            .when(.close).thenMatching { $0 == .closed }
            .when(.lock).then([.locked])
            .when(.open).refused(gate: "lock")
            .when(.open).refused(saying: "Ask for the key")
        #expect(end.history == [.opened, .closed, .locked])
        #expect(end.state == .locked)
    }

    @Test("history and preparing commands come before the command")
    func history() {
        Scenario(Door()).given(.opened).having(.close, .lock).when(.open).refused(with: .locked)
    }

    @Test(
        "a step that turns out otherwise is an issue",
        arguments: [
            { story in story.when(.open).then(.closed) },
            { story in story.when(.open).then() },
            { story in story.when(.open).thenNothing() },
            { story in story.when(.open).thenMatching { $0 == .closed } },
            { story in story.when(.open).thenMatching({ $0 == .opened }, { _ in true }) },
            { story in story.when(.open).refused(with: .locked) },
            { story in story.when(.open).refused(gate: "lock") },
            { story in story.when(.open).refused(saying: "key") },
            { story in story.given(.locked).when(.open).then() },
            { story in story.given(.locked).when(.open).thenNothing() },
            { story in story.given(.locked).when(.open).refused(with: .mustBeClosed) },
            { story in story.given(.locked).when(.open).refused(gate: "phase") },
            { story in story.given(.locked).when(.open).refused(saying: "Close it") },
            { story in story.given(.locked).having(.open) },
        ] as [@Sendable (Scenario<Door>) -> Scenario<Door>]
    )
    func mismatch(step: @Sendable (Scenario<Door>) -> Scenario<Door>) {
        withKnownIssue { _ = step(Scenario(Door())) }
    }
}
