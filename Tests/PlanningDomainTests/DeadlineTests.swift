import EventSourcing
import PlanningDomain
import Scheme
import TestSupport
import Testing

@Suite("Deadlines")
struct DeadlineTests {
    let m2 = Plan.id("M2")

    private func overdue(_ deadline: String, owner: OrganisationID = Plan.police) -> PlanEvent {
        .measureOverdue(Plan.scope, m2, owner: owner, deadline: Plan.day(deadline))
    }

    @Test("a deadline that passes is told once, the day after it")
    func once() throws {
        try Plan.executing()
            .when(.passDay(today: Plan.day("2026-06-01"))).thenNothing()
            .when(.passDay(today: Plan.day("2026-06-02"))).then(overdue("2026-06-01"))
            .when(.passDay(today: Plan.day("2026-06-03"))).thenNothing()
    }

    @Test("after a long stop all deadlines that passed are told together")
    func catchUp() throws {
        let events = try Plan.executing().when(.passDay(today: Plan.day("2027-01-01"))).events
        #expect(events.count == 2)
        #expect(events.last == overdue("2026-06-01"))
    }

    @Test("a new deadline that passes is told again")
    func again() throws {
        let late = try Plan.adjusting().having(.passDay(today: Plan.later))
        #expect(late.state.isOverdue(m2))
        let moved = late.having(
            .proposeMeasure(Plan.measure("M2", "D1", deadline: "2028-06-01"), today: Plan.later),
            .argueAway(bottleneck: Plan.id("K3"), reason: "eenmalig"),
            .adopt(agreedBy: Plan.all, on: Plan.later, today: Plan.later)
        )
        #expect(!moved.state.isOverdue(m2))
        moved.when(.passDay(today: Plan.day("2028-06-01"))).thenNothing()
            .when(.passDay(today: Plan.day("2028-06-02")))
            .then(overdue("2028-06-01", owner: Plan.municipality))
            .when(.passDay(today: Plan.day("2028-06-03"))).thenNothing()
    }

    @Test("a measure that is started is overdue, one that is done or dropped is not")
    func states() throws {
        let day = Plan.day("2026-08-01")
        let started = try Plan.executing().having(.startMeasure(m2, on: Plan.today, today: Plan.today))
        started.when(.passDay(today: day)).then(overdue("2026-06-01"))
        started.having(.completeMeasure(m2, on: Plan.today, today: Plan.today)).when(.passDay(today: day)).thenNothing()
        try Plan.adjusting().having(.dropMeasure(m2, reason: "klaar", today: Plan.later))
            .when(.passDay(today: day)).thenNothing()
    }

    @Test("a proposal that was not adopted, a stopped run and an unknown run are never overdue")
    func never() throws {
        let day = Plan.day("2029-01-01")
        try Plan.complete().when(.passDay(today: day)).thenNothing()
        try Plan.executing().given(.heard(.runStopped)).when(.passDay(today: day)).thenNothing()
        Scenario(try Plan.decider()).when(.passDay(today: day)).thenNothing()
    }

    @Test("the next deadline is the first that was not told")
    func next() throws {
        let story = try Plan.executing()
        #expect(story.state.nextDeadline == Plan.day("2026-06-01"))
        let told = story.having(.passDay(today: Plan.day("2026-06-02")))
        #expect(told.state.nextDeadline == Plan.day("2026-09-01"))
        #expect(told.given(.heard(.runStopped)).state.nextDeadline == nil)
    }
}
