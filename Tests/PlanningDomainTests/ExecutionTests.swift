import EventSourcing
import PlanningDomain
import Scheme
import TestSupport
import Testing

@Suite("Execution")
struct ExecutionTests {
    let today = Plan.today
    let m1 = Plan.id("M1")

    @Test("a measure is started, advances and is done")
    func course() throws {
        let half = PlanCommand.reportProgress(m1, .init(percent: 50, on: today), today: today)
        let end = try Plan.executing()
            .when(.startMeasure(m1, on: today, today: today)).then(.measureStarted(Plan.scope, m1, on: today))
            .when(.startMeasure(m1, on: today, today: today)).thenNothing()
            .when(half).then(.progressReported(m1, .init(percent: 50, on: today)))
            .when(half).thenNothing()
            .when(.completeMeasure(m1, on: today, today: today)).then(.measureDone(Plan.scope, m1, on: today))
            .when(.completeMeasure(m1, on: today, today: today)).thenNothing()
        let assignment = try #require(Plan.measure("M1", "D1").assignment)
        #expect(end.state.measures[m1] == .done(assignment, on: today))
    }

    @Test("a transition that the state does not allow is refused")
    func transitions() throws {
        let assigned = try Plan.executing()
        assigned.when(.completeMeasure(m1, on: today, today: today)).refused(saying: "assigned and not started")
        assigned.when(.reportProgress(m1, .init(percent: 5, on: today), today: today))
            .refused(saying: "assigned and not started")
        let started = assigned.having(.startMeasure(m1, on: today, today: today))
        started.when(.startMeasure(m1, on: Plan.day("2026-03-09"), today: today)).refused(saying: "being carried out")
        let done = started.having(.completeMeasure(m1, on: today, today: today))
        done.when(.startMeasure(m1, on: today, today: today)).refused(saying: "M1 is done")
        done.when(.reportProgress(m1, .init(percent: 5, on: today), today: today)).refused(saying: "M1 is done")
        done.when(.completeMeasure(m1, on: Plan.day("2026-03-09"), today: today)).refused(saying: "M1 is done")
    }

    @Test("what has happened does not lie in the future or before the start")
    func dates() throws {
        let tomorrow = Plan.day("2026-03-11")
        let yesterday = Plan.day("2026-03-09")
        let assigned = try Plan.executing()
        assigned.when(.startMeasure(m1, on: tomorrow, today: today)).refused(with: .inFuture(tomorrow, today: today))
        let started = assigned.having(.startMeasure(m1, on: today, today: today))
        started.when(.completeMeasure(m1, on: tomorrow, today: today)).refused(with: .inFuture(tomorrow, today: today))
        started.when(.completeMeasure(m1, on: yesterday, today: today))
            .refused(with: .beforeStart(m1, yesterday, startedOn: today))
        started.when(.reportProgress(m1, .init(percent: 5, on: tomorrow), today: today)).refused(saying: "2026-03-11")
        started.when(.reportProgress(m1, .init(percent: 5, on: yesterday), today: today))
            .refused(with: .beforeStart(m1, yesterday, startedOn: today))
    }

    @Test("a measure is not started before the plan assigned it, nor then advanced or done before that")
    func beforeAssignment() throws {
        let (yesterday, tomorrow) = (Plan.day("2026-03-09"), Plan.day("2026-03-11"))
        let outcome = try Plan.executing().when(.startMeasure(m1, on: yesterday, today: tomorrow))
        outcome.refused(with: .beforeAssignment(m1, yesterday, assignedOn: today))
        outcome.refused(saying: "cannot have been started on 2026-03-09: the plan assigned it on 2026-03-10")
        let started = try Plan.executing().having(.startMeasure(m1, on: today, today: tomorrow))
        started.when(.reportProgress(m1, .init(percent: 5, on: yesterday), today: tomorrow))
            .refused(with: .beforeStart(m1, yesterday, startedOn: today))
        started.when(.completeMeasure(m1, on: yesterday, today: tomorrow))
            .refused(with: .beforeStart(m1, yesterday, startedOn: today))
    }

    @Test("a measure that a later plan changed may have been started since the plan that assigned it first")
    func beforeSecondAssignment() throws {
        let changed = Plan.measure("M1", "D1", deadline: "2029-01-01", title: "Anders")
        let assigned = try Plan.adjusting().having(.proposeMeasure(changed, today: Plan.later))
            .given(try Plan.assigned(changed), Plan.phase(5, round: 3))
        let between = Plan.day("2028-01-10")
        assigned.when(.startMeasure(m1, on: between, today: Plan.later))
            .then(.measureStarted(Plan.scope, m1, on: between))
        assigned.when(.startMeasure(m1, on: Plan.day("2026-03-09"), today: Plan.later))
            .refused(with: .beforeAssignment(m1, Plan.day("2026-03-09"), assignedOn: today))
    }

    @Test(
        "an annual report counts no more meetings than a year has days",
        arguments: [(366, true), (367, false), (.max, false)]
    )
    func meetings(number: Int, isTaken: Bool) throws {
        let outcome = try Plan.executing()
            .when(.establishAnnualReport(year: 2026, meetings: number, on: today, today: today))
        #expect((outcome.refusal == nil) == isTaken)
        if !isTaken { outcome.refused(saying: "cannot have met \(number) times; give at most 366") }
    }

    @Test("progress is 0 to 100 per cent", arguments: [(-1, false), (0, true), (100, true), (101, false)])
    func percent(value: Int, allowed: Bool) throws {
        let outcome = try Plan.executing().having(.startMeasure(m1, on: today, today: today))
            .when(.reportProgress(m1, .init(percent: value, on: today), today: today))
        #expect((outcome.refusal == nil) == allowed)
        #expect(allowed || outcome.refusal == .percentOutOfRange(m1, value))
    }

    @Test("a measure that the plan does not have is refused with those that it has")
    func unknown() throws {
        try Plan.executing().when(.startMeasure(Plan.id("M9"), on: today, today: today))
            .refused(saying: "no measure M9; it has M1, M2")
    }

    @Test("an annual report needs the meetings that the scheme asks, and names both numbers")
    func meetings() throws {
        let story = try Plan.executing()
        story.when(.establishAnnualReport(year: 2026, meetings: 1, on: today, today: today))
            .refused(with: .tooFewMeetings(year: 2026, meetings: 1, least: 2, scheme: "KVO:2008"))
        story.when(.establishAnnualReport(year: 2026, meetings: 1, on: today, today: today))
            .refused(saying: "met 1 times and KVO:2008 asks for at least 2")
        story.when(.establishAnnualReport(year: 2026, meetings: 2, on: today, today: today)).then(
            .annualReportEstablished(Plan.scope, AnnualReport(year: 2026, done: 0, open: 2, meetings: 2, on: today))
        )
    }

    @Test("an annual report counts what is done, and not what was dropped")
    func counts() throws {
        let event = try Plan.adjusting().having(.dropMeasure(Plan.id("M2"), reason: "klaar", today: Plan.later))
            .given(Plan.phase(5, round: 3))
            .having(
                .startMeasure(m1, on: Plan.later, today: Plan.later),
                .completeMeasure(m1, on: Plan.later, today: Plan.later)
            )
            .when(.establishAnnualReport(year: 2027, meetings: 6, on: Plan.later, today: Plan.later)).events.first
        #expect(
            event
                == .annualReportEstablished(
                    Plan.scope,
                    AnnualReport(year: 2027, done: 1, open: 0, meetings: 6, on: Plan.later)
                )
        )
    }

    @Test("there is one annual report a year, about a year of the run")
    func reportYear() throws {
        let story = try Plan.executing()
            .having(.establishAnnualReport(year: 2026, meetings: 4, on: today, today: today))
        story.when(.establishAnnualReport(year: 2026, meetings: 4, on: today, today: today))
            .refused(with: .reportExists(Plan.run, year: 2026))
        story.when(.establishAnnualReport(year: 2025, meetings: 4, on: today, today: today))
            .refused(with: .reportYear(2025, first: 2026, last: 2026))
        story.when(.establishAnnualReport(year: 2027, meetings: 4, on: today, today: today))
            .refused(with: .reportYear(2027, first: 2026, last: 2026))
        story.when(.establishAnnualReport(year: 2027, meetings: 4, on: Plan.later, today: today))
            .refused(with: .inFuture(Plan.later, today: today))
    }
}
