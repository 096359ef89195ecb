import CertificationDomain
import Scheme
import TestSupport
import Testing

@Suite("The audit")
struct AuditTests {
    typealias Story = CertificationStory
    let tomorrow = Story.day("2026-03-03")
    let t1: LocalID = Story.id("T1")

    @Test("is planned, also for a day to come, and planned anew until it is complete")
    func plan() throws {
        let requested = try Story.ready().having(.requestAudit(by: Story.gemeente, on: Story.today))
        let planned = Story.fact(.auditPlanned(application: Story.first, reviewer: Story.reviewer, on: tomorrow))
        let other = Story.fact(.auditPlanned(application: Story.first, reviewer: Story.id("dass"), on: tomorrow))
        requested.when(.planAudit(reviewer: Story.reviewer, on: tomorrow)).then(planned)
            .when(Story.order(.planAudit(reviewer: Story.reviewer, on: tomorrow))).thenNothing()
            .when(Story.order(.planAudit(reviewer: Story.id("dass"), on: tomorrow))).then(other)
        requested.when(.planAudit(reviewer: Story.reviewer, on: Story.day("2026-03-01")))
            .refused(saying: "2026-03-01 lies before 2026-03-02")
        try Story.completed().when(.planAudit(reviewer: Story.reviewer, on: tomorrow))
            .refused(saying: "application gm1581-0001-t1.a1 is afgerond and cannot be planned")
    }

    @Test("has a reviewer who is no party and never was: leaving does not make one independent")
    func independentReviewer() throws {
        let requested = try Story.ready().having(.requestAudit(by: Story.gemeente, on: Story.today))
        let outcome = requested.when(.planAudit(reviewer: Story.gemeente, on: Story.today))
        outcome.refused(gate: "onafhankelijke-toetser")
        outcome.refused(saying: "gemeente-1 is a party in run gm1581-0001-t1")
        let left = requested.hearing(.partyLeft(Story.gemeente))
            .when(.planAudit(reviewer: Story.gemeente, on: Story.today))
        left.refused(gate: "onafhankelijke-toetser")
        left.refused(saying: "gemeente-1 was a party in run gm1581-0001-t1 and left; let an organisation review that")
    }

    @Test("is not granted by a reviewer who was a party and left just before the decision")
    func reviewerLeaves() throws {
        let left: [Heard] = [.partyJoined(Story.reviewer), .partyLeft(Story.reviewer)]
        let grant = CertificationCommand.Order.decide(grant: true, reasons: "", on: Story.today)
        try Story.completed().hearing(left[0]).hearing(left[1]).when(grant).refused(gate: "onafhankelijke-toetser")
        try Story.planned().hearing(left[0]).hearing(left[1])
            .when(.completeAudit(Story.fullWork, positive: true, on: Story.today))
            .refused(gate: "onafhankelijke-toetser")
        #expect(try Story.completed().hearing(left[1]).when(grant).refusal == nil)
    }

    @Test("is neither completed nor granted by a reviewer who became a party later")
    func reviewerJoins() throws {
        try Story.planned().hearing(.partyJoined(Story.reviewer))
            .when(.completeAudit(Story.fullWork, positive: true, on: Story.today))
            .refused(gate: "onafhankelijke-toetser")
        let joined = try Story.completed().hearing(.partyJoined(Story.reviewer))
        joined.when(.decide(grant: true, reasons: "", on: Story.today)).refused(gate: "onafhankelijke-toetser")
        #expect(joined.when(.decide(grant: false, reasons: "niet onafhankelijk", on: Story.today)).refusal == nil)
    }

    @Test(
        "is complete with a site visit, a document study and both kinds of interviews",
        arguments: [
            (
                AuditWork(
                    siteVisit: false,
                    documentStudy: true,
                    interviewsEntrepreneurs: true,
                    interviewsGovernment: true
                ), "the site visit"
            ),
            (
                AuditWork(
                    siteVisit: true,
                    documentStudy: false,
                    interviewsEntrepreneurs: true,
                    interviewsGovernment: true
                ), "the document study"
            ),
            (
                AuditWork(
                    siteVisit: true,
                    documentStudy: true,
                    interviewsEntrepreneurs: false,
                    interviewsGovernment: false
                ),
                "the interviews with entrepreneurs, the interviews with the government"
            ),
        ]
    )
    func work(work: AuditWork, missing: String) throws {
        let outcome = try Story.planned().when(.completeAudit(work, positive: true, on: Story.today))
        outcome.refused(gate: "audit-volledig")
        outcome.refused(saying: "gate audit-volledig is closed, \(missing) did not take place")
    }

    @Test("is completed once, on or after its day and not in the future")
    func complete() throws {
        let order = CertificationCommand.Order.completeAudit(Story.fullWork, positive: true, on: Story.today)
        try Story.planned().when(order).then(
            Story.fact(
                .auditCompleted(application: Story.first, reviewer: Story.reviewer, positive: true, on: Story.today)
            )
        )
        .when(Story.order(order)).refused(saying: "is afgerond and cannot be completed")
        let later = try Story.planned().having(.planAudit(reviewer: Story.reviewer, on: tomorrow))
        later.when(order).refused(saying: "2026-03-02 lies before 2026-03-03")
        later.when(.completeAudit(Story.fullWork, positive: true, on: tomorrow)).refused(saying: "lies after today")
    }

    @Test(
        "gives a nonconformity the months that the scheme gives its class, to the last day of a shorter month",
        arguments: [("klein", "2026-02-28"), ("ernstig", "2025-11-30")]
    )
    func nonconformity(kind: String, due: String) throws {
        let found = Story.day("2025-08-31")
        let story = try Story.ready().having(
            .requestAudit(by: Story.gemeente, on: found),
            .planAudit(reviewer: Story.reviewer, on: found)
        )
        story.when(.recordNonconformity(t1, class: kind, on: found))
            .then(Story.fact(.nonconformityFound(application: Story.first, t1, class: kind, due: Story.day(due))))
    }

    @Test("records a nonconformity once, of a known class, and resolves only what was found")
    func nonconformityRules() throws {
        let found = try Story.planned().having(.recordNonconformity(t1, class: "klein", on: Story.today))
        found.when(.recordNonconformity(t1, class: "ernstig", on: Story.today)).refused(
            saying: "T1 of gm1581-0001-t1.a1 is recorded already"
        )
        found.when(.recordNonconformity(Story.id("T2"), class: "groot", on: Story.today))
            .refused(saying: "take ernstig or klein")
        found.when(.recordNonconformity(Story.id("T2"), class: "klein", on: tomorrow)).refused(
            saying: "lies after today"
        )
        found.when(.resolveNonconformity(Story.id("T2"), on: Story.today)).refused(
            saying: "there is no tekortkoming T2"
        )
        found.when(.resolveNonconformity(t1, on: tomorrow)).refused(saying: "lies after today")
        found.when(.resolveNonconformity(t1, on: Story.today))
            .then(Story.fact(.nonconformityResolved(application: Story.first, t1, on: Story.today)))
            .when(Story.order(.resolveNonconformity(t1, on: Story.today))).thenNothing()
        try Story.ready().having(.requestAudit(by: Story.gemeente, on: Story.today))
            .when(.recordNonconformity(t1, class: "klein", on: Story.today))
            .refused(saying: "is aangevraagd and cannot get a nonconformity")
    }

    @Test("is refused in every part at any other step, and before any application")
    func wrongStep() throws {
        let orders: [CertificationCommand.Order] = [
            .planAudit(reviewer: Story.reviewer, on: Story.today),
            .recordNonconformity(t1, class: "klein", on: Story.today),
            .resolveNonconformity(t1, on: Story.today),
            .completeAudit(Story.fullWork, positive: true, on: Story.today),
            .decide(grant: true, reasons: "", on: Story.today),
            .decide(grant: false, reasons: "x", on: Story.today),
        ]
        let elsewhere = try Story.certified().hearing(.phaseChanged(to: 5, round: 2))
        let stopped = try Story.completed().hearing(.runStopped)
        for order in orders {
            elsewhere.when(order).refused(saying: "is at step 5 (Uitvoering)")
            try Story.ready().when(order).refused(with: .noApplication(Story.run))
            stopped.when(order).refused(with: .stopped(Story.run))
        }
    }
}
