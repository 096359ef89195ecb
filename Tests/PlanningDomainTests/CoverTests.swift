import EventSourcing
import PlanningDomain
import Scheme
import TestSupport
import Testing

@Suite("Gate knelpunten-gedekt")
struct CoverTests {
    let today = Plan.today
    let later = Plan.later
    let first = "step 3 (Plan van aanpak)"
    let adjusting = "step 7 (Bijstellen plan van aanpak)"
    var adjustment: PlanCommand { .adopt(agreedBy: Plan.all, on: later, today: later) }

    /// Evaluated, with K1 alone left, after M1 and M2 went as far as the commands say.
    private func evaluated(_ execution: PlanCommand..., by: String = "2029-01-01") throws -> Scenario<PlanDecider> {
        var story = try Plan.making().having(
            .setObjective(Plan.order("D1", for: "K1", by: by), today: today),
            .setObjective(Plan.order("D2", for: "K2", indicator: "inbraak", target: 10), today: today),
            .proposeMeasure(Plan.measure("M1", "D1"), today: today),
            .proposeMeasure(Plan.measure("M2", "D2"), today: today),
            Plan.adoption
        ).given(Plan.phase(4), Plan.phase(5, round: 2))
        for command in execution { story = story.having(command) }
        return story.given(
            Plan.phase(6, round: 2),
            .heard(.analysisEstablished(Plan.analysis(1, on: "2028-02-01", bottlenecks: ["K1"]))),
            .heard(.evaluationEstablished(measurement: 1)),
            Plan.phase(7, round: 2)
        )
    }

    private func started(_ measure: String) -> PlanCommand {
        .startMeasure(Plan.id(measure), on: today, today: today)
    }

    private func done(_ measure: String) -> PlanCommand {
        .completeMeasure(Plan.id(measure), on: today, today: today)
    }

    @Test("finished work does not cover a bottleneck that the new measurement still shows")
    func finished() throws {
        let closed = try evaluated(started("M1"), done("M1"))
        let outcome = closed.when(adjustment)
        outcome.refused(gate: "knelpunten-gedekt")
        outcome.refused(
            with: .uncovered(
                at: adjusting,
                on: later,
                [UncoveredBottleneck(Plan.id("K1"), .noOpenMeasure([Plan.id("D1")]))]
            )
        )
        outcome.refused(
            saying: "nothing covers K1 (no open measure for D1); give each an objective to be reached after"
        )
        #expect(!closed.state.isCovered(Plan.id("K1")))
        let open = closed.having(
            .proposeMeasure(Plan.measure("M3", "D1", deadline: "2028-12-01"), today: later)
        )
        #expect(open.state.isCovered(Plan.id("K1")))
        #expect(open.when(adjustment).refusal == nil)
    }

    @Test("a measure that is assigned or being carried out goes on covering", arguments: [false, true])
    func open(isStarted: Bool) throws {
        let story = try isStarted ? evaluated(started("M1")) : evaluated()
        let outcome = story.when(adjustment)
        #expect(outcome.refusal == nil)
        #expect(outcome.state.version?.number == 2)
    }

    @Test("an objective that is to be reached by the day of adoption covers nothing, one day later it does")
    func over() throws {
        let closed = try evaluated(by: "2028-03-10")
        let outcome = closed.when(adjustment)
        outcome.refused(
            with: .uncovered(
                at: adjusting,
                on: later,
                [UncoveredBottleneck(Plan.id("K1"), .objectivesOver([Plan.id("D1")]))]
            )
        )
        outcome.refused(saying: "K1 (no later day for D1); give each an objective to be reached after 2028-03-10")
        #expect(closed.when(.adopt(agreedBy: Plan.all, on: Plan.day("2028-03-09"), today: later)).refusal == nil)
        let moved = closed.having(.setObjective(Plan.order("D1", for: "K1", by: "2028-03-11"), today: later))
        #expect(moved.when(adjustment).refusal == nil)
    }

    @Test("a measure of an objective that is over does not serve the one that goes on")
    func otherObjective() throws {
        let d4 = PlanCommand.setObjective(Plan.order("D4", for: "K1", by: "2029-01-01"), today: later)
        let closed = try evaluated(by: "2028-03-10").having(d4)
        closed.when(adjustment).refused(saying: "K1 (no open measure for D4)")
        let open = closed.having(
            .proposeMeasure(Plan.measure("M4", "D4", deadline: "2028-12-01"), today: later)
        )
        #expect(open.when(adjustment).refusal == nil)
    }

    @Test("the first plan, too, needs objectives that last beyond its adoption")
    func firstPlan() throws {
        let story = try Plan.making().having(
            .setObjective(Plan.order("D1", for: "K1", by: "2026-03-12"), today: today),
            .proposeMeasure(Plan.measure("M1", "D1"), today: today),
            .argueAway(bottleneck: Plan.id("K2"), reason: "wordt gesloopt")
        )
        let late = Plan.day("2026-03-12")
        story.when(.adopt(agreedBy: Plan.all, on: late, today: late)).refused(
            with: .uncovered(
                at: first,
                on: late,
                [UncoveredBottleneck(Plan.id("K1"), .objectivesOver([Plan.id("D1")]))]
            )
        )
        let inTime = Plan.day("2026-03-11")
        #expect(story.when(.adopt(agreedBy: Plan.all, on: inTime, today: inTime)).refusal == nil)
    }

    @Test("an argument stands for an objective and a measure after finished work, too")
    func argued() throws {
        let story = try evaluated(started("M1"), done("M1"))
            .having(.argueAway(bottleneck: Plan.id("K1"), reason: "wordt gesloopt"))
        #expect(story.when(adjustment).refusal == nil)
    }

    @Test("what is done under the plan in force is shown as covered until the next measurement")
    func shown() throws {
        let executed = try Plan.executing().having(
            .startMeasure(Plan.id("M1"), on: today, today: today),
            .startMeasure(Plan.id("M2"), on: today, today: today),
            .completeMeasure(Plan.id("M1"), on: today, today: today),
            .completeMeasure(Plan.id("M2"), on: today, today: today)
        )
        #expect(executed.state.isCovered(Plan.id("K1")))
        #expect(!executed.given(.heard(.analysisEstablished(Plan.next))).state.isCovered(Plan.id("K1")))
    }
}
