import RegistryDomain
import Scheme
import TestSupport
import Testing

/// Shortens the stories of a run: orders and facts stand without the run, the areas and the day.
struct RunStory {
    var scenario: Scenario<RunDecider>

    init(schemes: SchemeCatalogue) { scenario = Scenario(RunDecider(schemes: schemes)) }

    static func begun() throws -> RunStory {
        var story = RunStory(schemes: try SchemeCatalogue())
        story.scenario = story.scenario.having(order(.start(areas: [Example.area], Example.start())))
        return story
    }

    static func withParties() throws -> RunStory {
        Example.mandatory.reduce(try begun()) { $0.having(.join(Example.party($1), on: Example.today)) }
    }

    static func signed() throws -> RunStory {
        try withParties().having(.sign(Example.agreement(), Example.workgroup))
    }

    /// A run in step 5 of the second round.
    static func certified() throws -> RunStory {
        try signed().having(
            .hear(Heard("veiligheidsanalyse-vastgesteld", .measurement(0))),
            .hear(Heard("plan-van-aanpak-vastgesteld", .plan)),
            .hear(Heard("certificaat-verleend", .certificate(Example.id("KVO-1"), stars: 1)))
        )
    }

    func having(_ orders: RunCommand.Order...) -> RunStory {
        var story = self
        for order in orders { story.scenario = story.scenario.having(Self.order(order)) }
        return story
    }

    func when(_ order: RunCommand.Order, today: CalendarDate = Example.today) -> ScenarioOutcome<RunDecider> {
        scenario.when(Self.order(order, today: today))
    }

    static func order(_ order: RunCommand.Order, today: CalendarDate = Example.today) -> RunCommand {
        RunCommand(order, of: Example.run, today: today)
    }

    static func fact(_ fact: RunEvent.Fact) -> RunEvent { RunEvent(fact, in: Example.run, over: [Example.area]) }

    static func moved(_ from: Int?, _ to: Int, _ name: String, round: Int, because: String) -> RunEvent {
        fact(.phaseChanged(PhaseChange(from: from, to: to, name: name, round: round, because: because)))
    }
}
