import EventSourcing
import PlanningDomain
import Scheme
import TestSupport
import Testing

@Suite("A change of a measure that is only proposed")
struct ProposedChangeTests {
    let later = Plan.later
    let m1 = Plan.id("M1")
    let m2 = Plan.id("M2")
    let change = Plan.measure("M2", "D1", owner: Plan.fireBrigade, deadline: "2029-01-01")

    private func changed() throws -> Scenario<PlanDecider> {
        try Plan.adjusting().having(.proposeMeasure(change, today: later))
    }

    private let late = PlanEvent.measureOverdue(
        Plan.scope,
        Plan.id("M2"),
        owner: Plan.police,
        deadline: Plan.day("2026-06-01")
    )

    @Test("leaves the assignment in force, so that its deadline still passes")
    func overdue() throws {
        let story = try changed()
        #expect(story.state.nextDeadline == Plan.day("2026-06-01"))
        let told = story.when(.passDay(today: Plan.day("2026-06-02"))).then(late)
        #expect(told.state.isOverdue(m2))
        told.when(.passDay(today: Plan.day("2026-06-03"))).thenNothing()
    }

    @Test("a deadline of which the passing was told stays overdue until the change is adopted")
    func stays() throws {
        let story = try Plan.adjusting().having(.passDay(today: later), .proposeMeasure(change, today: later))
        #expect(story.state.isOverdue(m2))
        let adopted = story.having(
            .argueAway(bottleneck: Plan.id("K3"), reason: "eenmalig"),
            .adopt(agreedBy: Plan.all, on: later, today: later)
        )
        #expect(!adopted.state.isOverdue(m2))
        #expect(adopted.state.measures[m2] == .assigned(try #require(change.assignment)))
    }

    @Test("is no less open to the annual report")
    func report() throws {
        let event = try changed().given(Plan.phase(5, round: 3))
            .when(.establishAnnualReport(year: 2027, meetings: 6, on: later, today: later)).events.first
        let report = AnnualReport(year: 2027, done: 0, open: 2, meetings: 6, on: later)
        #expect(event == .annualReportEstablished(Plan.scope, report))
    }

    @Test("does not keep the owner from starting what the plan in force says; the change then lapses")
    func start() throws {
        let started = try changed().when(.startMeasure(m2, on: later, today: later))
            .then(.measureStarted(Plan.scope, m2, on: later))
        let assignment = try #require(
            Plan.measure("M2", "D2", "D1", owner: Plan.police, deadline: "2026-06-01").assignment
        )
        #expect(started.state.measures[m2] == .started(assignment, on: later, progress: nil))
        started.when(.proposeMeasure(change, today: later)).refused(saying: "being carried out")
        let adoption = started.having(.argueAway(bottleneck: Plan.id("K3"), reason: "eenmalig"))
            .when(.adopt(agreedBy: Plan.all, on: later, today: later))
        #expect(adoption.events.count == 2)
    }

    @Test("cannot be reported on or completed before the start, and a new measure cannot be started at all")
    func others() throws {
        let story = try changed()
        story.when(.completeMeasure(m2, on: later, today: later))
            .refused(saying: "M2 is assigned and not started, with a change proposed")
        story.having(.proposeMeasure(Plan.measure("M7", "D1", deadline: "2029-01-01"), today: later))
            .when(.startMeasure(Plan.id("M7"), on: later, today: later)).refused(saying: "M7 is only proposed")
    }

    @Test("is withdrawn by proposing what the plan in force says, also after its deadline")
    func withdrawn() throws {
        let inForce = Plan.measure("M2", "D2", "D1", owner: Plan.police, deadline: "2026-06-01")
        let story = try changed().when(.proposeMeasure(inForce, today: later)).then(.measureProposed(inForce))
        #expect(story.state.measures[m2] == .assigned(try #require(inForce.assignment)))
        story.when(.proposeMeasure(inForce, today: later)).thenNothing()
    }
}
