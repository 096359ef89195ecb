import EventSourcing
import PlanningDomain
import Scheme
import TestSupport
import Testing

@Suite("Adjustment after an evaluation")
struct AdjustmentTests {
    let today = Plan.today
    let later = Plan.later
    var adjustment: PlanCommand { .adopt(agreedBy: Plan.all, on: later, today: later) }

    /// Covers K3 with a new objective and measure and drops M2.
    private func ready() throws -> Scenario<PlanDecider> {
        try Plan.adjusting().having(
            .setObjective(Plan.order("D3", for: "K3", by: "2030-01-01"), today: later),
            .proposeMeasure(Plan.measure("M3", "D3", deadline: "2029-01-01"), today: later),
            .dropMeasure(Plan.id("M2"), reason: "inbraak is gedaald", today: later)
        )
    }

    @Test("an adjusted plan carries over what still holds and keeps what was dropped and why")
    func adjusted() throws {
        let d1 = Plan.objective(Plan.order("D1", for: "K1"), base: 0.53)
        let d3 = Plan.objective(Plan.order("D3", for: "K3", by: "2030-01-01"), base: 0.7)
        let end = try ready().when(adjustment).then(
            .objectiveEnded(Plan.id("D2"), .bottleneckGone),
            .adjusted(
                Plan.scope,
                Adoption(version: 2, on: later, objectives: [d1, d3], measures: 2, agreedBy: Plan.all.sorted()),
                dropped: [Plan.id("M2")]
            ),
            try Plan.assigned(Plan.measure("M3", "D3", deadline: "2029-01-01"))
        )
        let ended = try #require(end.state.endedObjectives.first)
        #expect(ended.objective.id == Plan.id("D2"))
        #expect(ended.why == .bottleneckGone)
        #expect(ended.version == 1)
        guard case .dropped(let proposal, let drop) = try #require(end.state.measures[Plan.id("M2")]) else {
            Issue.record("M2 is not dropped")
            return
        }
        #expect(proposal.title == "Verlichting")
        #expect(drop.reason == "inbraak is gedaald")
        #expect(drop.on == later)
        #expect(drop.version == 1)
    }

    @Test("the next version tells only of what was dropped since the one before, and of no mere proposals")
    func droppedSince() throws {
        let second = try ready().having(
            .proposeMeasure(Plan.measure("M4", "D1", deadline: "2029-01-01"), today: later),
            .dropMeasure(Plan.id("M4"), reason: "bedacht en verworpen", today: later)
        ).when(adjustment)
        #expect(Self.dropped(second) == [[Plan.id("M2")]])
        let third = second.after.given(
            Plan.phase(8, round: 2),
            Plan.phase(5, round: 3),
            Plan.phase(6, round: 3),
            .heard(.analysisEstablished(Plan.analysis(2, on: "2030-01-01", bottlenecks: ["K1"]))),
            Plan.phase(7, round: 3)
        ).having(.setObjective(Plan.order("D1", for: "K1", by: "2031-01-01"), today: Plan.day("2030-02-01")))
        let day = Plan.day("2030-02-01")
        #expect(Self.dropped(third.when(.adopt(agreedBy: Plan.all, on: day, today: day))) == [[]])
    }

    private static func dropped(_ outcome: ScenarioOutcome<PlanDecider>) -> [[LocalID]] {
        outcome.events.compactMap { if case .adjusted(_, _, let dropped) = $0 { dropped } else { nil } }
    }

    @Test("an objective whose figure is no longer measured ends")
    func indicatorGone() throws {
        let measured = Plan.analysis(1, on: "2028-02-01", bottlenecks: ["K1", "K2"], indicators: [("B1", 0.7)])
        let story = try Plan.executing().given(.heard(.analysisEstablished(measured)), Plan.phase(7, round: 2))
        story.when(adjustment).refused(
            with: .uncovered(
                at: "step 7 (Bijstellen plan van aanpak)",
                on: later,
                [UncoveredBottleneck(Plan.id("K2"), .noObjective)]
            )
        )
        let outcome = story.having(.argueAway(bottleneck: Plan.id("K2"), reason: "niet meer gemeten")).when(adjustment)
        #expect(outcome.events.first == .objectiveEnded(Plan.id("D2"), .indicatorGone))
    }

    @Test("the gates of the plan hold for the adjusted one too")
    func gates() throws {
        try Plan.adjusting().when(adjustment).refused(
            with: .uncovered(
                at: "step 7 (Bijstellen plan van aanpak)",
                on: later,
                [UncoveredBottleneck(Plan.id("K3"), .noObjective)]
            )
        )
        try ready().having(.proposeMeasure(Plan.measure("M1", "D1", deadline: nil), today: later)).when(adjustment)
            .refused(gate: "maatregelen-belegd")
        try ready().when(.adopt(agreedBy: [Plan.police], on: later, today: later))
            .refused(gate: "verplichte-partijen-akkoord")
    }

    @Test("only measures that are new or changed are assigned anew")
    func changed() throws {
        let moved = Plan.measure("M1", "D1", owner: Plan.fireBrigade, deadline: "2029-05-01")
        let events = try ready().having(.proposeMeasure(moved, today: later)).when(adjustment).events
        #expect(
            events.suffix(2) == [
                try Plan.assigned(moved), try Plan.assigned(Plan.measure("M3", "D3", deadline: "2029-01-01")),
            ]
        )
        // Changed and changed back: nothing is new for its owner.
        let back = try ready().having(.proposeMeasure(moved, today: later)).given(
            .measureProposed(Plan.measure("M1", "D1"))
        )
        #expect(back.when(adjustment).events.count == 3)
    }

    @Test("the plan is not adjusted before the new analysis was heard")
    func early() throws {
        let early = try Plan.executing().given(Plan.phase(7, round: 2))
        let refusal = PlanRefusal.noAnalysis(Plan.run, at: "step 7 (Bijstellen plan van aanpak)", measurement: 1)
        early.when(adjustment).refused(with: refusal)
        early.when(.setObjective(Plan.order("D1", for: "K1", by: "2030-01-01"), today: later)).refused(with: refusal)
        early.when(.argueAway(bottleneck: Plan.id("K1"), reason: "eenmalig")).refused(with: refusal)
        early.given(.heard(.evaluationEstablished(measurement: 3))).when(adjustment).refused(saying: "measurement 3")
    }

    @Test("a measure that is done cannot be dropped")
    func done() throws {
        let done = try Plan.executing().having(
            .startMeasure(Plan.id("M1"), on: today, today: today),
            .completeMeasure(Plan.id("M1"), on: today, today: today)
        ).given(.heard(.analysisEstablished(Plan.next)), Plan.phase(7, round: 2))
        done.when(.dropMeasure(Plan.id("M1"), reason: "te duur", today: later)).refused(saying: "M1 is done")
    }
}
