import CertificationDomain
import Scheme
import TestSupport
import Testing

@Suite("The decision")
struct DecisionTests {
    typealias Story = CertificationStory
    let grant = CertificationCommand.Order.decide(grant: true, reasons: "", on: Story.today)

    @Test("grants the first certificate with one star for two years less a day")
    func first() throws {
        try Story.completed().when(grant).then(
            Story.fact(.granted(Story.terms(1, 1, from: "2026-03-02", until: "2028-03-01", on: "2026-03-02")))
        )
    }

    @Test("is taken once: no star comes of asking again")
    func once() throws {
        try Story.certified().when(grant).refused(saying: "is verleend and cannot be granted; request a new audit")
        try Story.certified().when(.decide(grant: false, reasons: "x", on: Story.today))
            .refused(saying: "is verleend and cannot be refused")
    }

    @Test("waits for the audit to be complete")
    func incomplete() throws {
        let outcome = try Story.planned().when(grant)
        outcome.refused(gate: "audit-volledig")
        outcome.refused(saying: "the audit of gm1581-0001-t1.a1 has not been completed")
    }

    @Test("waits for all nonconformities to be resolved, also late")
    func nonconformities() throws {
        let (t1, t2): (LocalID, LocalID) = (Story.id("T1"), Story.id("T2"))
        let open = try Story.planned().having(
            .recordNonconformity(t2, class: "ernstig", on: Story.today),
            .recordNonconformity(t1, class: "klein", on: Story.today),
            .completeAudit(Story.fullWork, positive: true, on: Story.today)
        )
        let outcome = open.when(grant)
        outcome.refused(gate: "tekortkomingen-opgeheven")
        outcome.refused(saying: "these tekortkomingen are open: T1 (due 2026-09-02), T2 (due 2026-06-02)")
        let late = Story.day("2026-07-01")
        let repaired = open.having(
            .resolveNonconformity(t1, on: late),
            .resolveNonconformity(t2, on: late),
            today: late
        )
        #expect(repaired.when(.decide(grant: true, reasons: "", on: late), today: late).refusal == nil)
    }

    @Test("does not grant against the reviewer's advice")
    func negative() throws {
        let story = try Story.planned().having(.completeAudit(Story.fullWork, positive: false, on: Story.today))
        story.when(grant).refused(gate: "positief-besluit")
        story.when(.decide(grant: false, reasons: "te weinig", on: Story.today))
            .then(Story.fact(.refused(application: Story.first, on: Story.today)))
    }

    @Test("passes by each gate that the scheme leaves out")
    func withoutGate() throws {
        let noWork = AuditWork(
            siteVisit: false,
            documentStudy: false,
            interviewsEntrepreneurs: false,
            interviewsGovernment: false
        )
        let found = CertificationCommand.Order.recordNonconformity(Story.id("T1"), class: "klein", on: Story.today)
        func complete(_ work: AuditWork = Story.fullWork, positive: Bool = true) -> CertificationCommand.Order {
            .completeAudit(work, positive: positive, on: Story.today)
        }
        let stories = [
            try Story.planned(Story.scheme("\"tekortkomingen-opgeheven\",", with: "")).having(found, complete()),
            try Story.completed(Story.scheme("\"onafhankelijke-toetser\",", with: "")).hearing(
                .partyJoined(Story.reviewer)
            ),
            try Story.planned(Story.scheme("\"audit-volledig\",", with: "")).having(complete(noWork)),
            try Story.planned(Story.scheme(",\"positief-besluit\"", with: "")).having(complete(positive: false)),
        ]
        for story in stories { #expect(story.when(grant).refusal == nil) }
    }

    @Test("gives reasons for a refusal")
    func reasons() throws {
        try Story.completed().when(.decide(grant: false, reasons: " ", on: Story.today))
            .refused(saying: "the reasons of a refusal")
    }

    @Test("does not lie in the future or before the audit")
    func days() throws {
        try Story.completed().when(.decide(grant: true, reasons: "", on: Story.day("2026-03-03")))
            .refused(saying: "lies after today")
        try Story.completed().when(.decide(grant: true, reasons: "", on: Story.day("2026-03-01")))
            .refused(saying: "the decision cannot be before the audit")
    }

    @Test(
        "counts the term in calendar months, whatever the month",
        arguments: [
            ("2024-02-29", "2026-02-27"), ("2026-03-01", "2028-02-29"), ("2025-03-30", "2027-03-29"),
            ("2025-10-26", "2027-10-25"), ("2025-12-31", "2027-12-30"),
        ]
    )
    func term(from: String, until: String) throws {
        let day = Story.day(from)
        let story = try Story.ready(survey: day).having(
            .requestAudit(by: Story.gemeente, on: day),
            .planAudit(reviewer: Story.reviewer, on: day),
            .completeAudit(Story.fullWork, positive: true, on: day),
            .decide(grant: true, reasons: "", on: day),
            today: day
        )
        #expect(story.scenario.state.certificates.last?.terms.validUntil == Story.day(until))
    }
}
