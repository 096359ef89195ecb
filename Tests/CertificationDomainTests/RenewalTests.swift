import CertificationDomain
import Scheme
import TestSupport
import Testing

@Suite("The renewal of a certificate")
struct RenewalTests {
    typealias Story = CertificationStory
    static let early = Story.day("2027-12-01")
    static let late = Story.day("2028-06-15")

    func renewal(of story: Story, on day: CalendarDate) -> ScenarioOutcome<CertificationDecider> {
        story.reviewed(round: 2, on: day).when(.decide(grant: true, reasons: "", on: day), today: day)
    }

    @Test("before the end starts its term at the decision and replaces the first certificate")
    func early() throws {
        let outcome = renewal(of: try Story.certified(), on: Self.early)
        outcome.then(
            Story.fact(
                .renewed(
                    Story.terms(2, 2, from: "2027-12-01", until: "2029-11-30", on: "2027-12-01"),
                    replaces: Story.certificate
                )
            )
        )
        #expect(outcome.state.certificates.map(\.status) == [.replaced, .granted])
    }

    @Test("before the end starts its term after the old one where the scheme says so")
    func oldEndDate() throws {
        let scheme = try Story.scheme("\"newTermStartsAt\":\"decision\"", with: "\"newTermStartsAt\":\"oldEndDate\"")
        renewal(of: try Story.certified(scheme), on: Self.early).then(
            Story.fact(
                .renewed(
                    Story.terms(2, 2, from: "2028-03-02", until: "2030-03-01", on: "2027-12-01"),
                    replaces: Story.certificate
                )
            )
        )
        let lapsed = renewal(of: try Story.certified(scheme), on: Self.late)
        #expect(lapsed.state.certificates.last?.terms.validFrom == Self.late)
    }

    @Test("after the end is legal and the star count goes on")
    func late() throws {
        let expired = try Story.certified().having(.passTime, today: Story.day("2028-03-02"))
        #expect(expired.scenario.state.certificates.map(\.status) == [.expired])
        renewal(of: expired, on: Self.late).then(
            Story.fact(
                .renewed(
                    Story.terms(2, 2, from: "2028-06-15", until: "2030-06-14", on: "2028-06-15"),
                    replaces: Story.certificate
                )
            )
        )
    }

    @Test("waits until a suspended certificate is lifted or withdrawn")
    func suspended() throws {
        let reason = CertificationCommand.Order.suspend(reason: "geen schouw", on: Self.early)
        let story = try Story.certified().having(reason, today: Self.early).reviewed(round: 2, on: Self.early)
        let grant = CertificationCommand.Order.decide(grant: true, reasons: "", on: Self.early)
        let outcome = story.when(grant, today: Self.early)
        outcome.refused(with: .suspended(Story.certificate))
        outcome.refused(saying: "lift the suspension or withdraw the certificate first")
        #expect(outcome.refusal?.gate == nil)
        let ends: [(CertificationCommand.Order, CertificateStatus)] = [
            (.liftSuspension(on: Self.early), .replaced), (.withdraw(reason: "fraude", on: Self.early), .withdrawn),
        ]
        for (order, status) in ends {
            let granted = story.having(order, today: Self.early).when(grant, today: Self.early)
            #expect(granted.state.certificates.map(\.status) == [status, .granted])
        }
    }

    @Test("is granted when the suspended certificate has expired")
    func expiredInSuspension() throws {
        let reason = CertificationCommand.Order.suspend(reason: "geen schouw", on: Self.early)
        let story = try Story.certified().having(reason, today: Self.early)
        #expect(renewal(of: story, on: Self.late).state.certificates.map(\.status) == [.replaced, .granted])
    }

    @Test("goes on past five stars, one for each round and never one more")
    func manyStars() throws {
        var story = try Story.certified()
        var day = Story.today
        for round in 2...8 {
            day = day.adding(months: 23)
            story = story.reviewed(round: round, on: day).having(.decide(grant: true, reasons: "", on: day), today: day)
            story.when(.requestAudit(by: Story.gemeente, on: day), today: day).refused(saying: "round \(round) of run")
        }
        #expect(story.scenario.state.certificates.map(\.terms.stars) == Array(1...8))
        #expect(Set(story.scenario.state.certificates.map(\.terms.certificate)).count == 8)
        #expect(story.scenario.state.certificates.filter(\.status.isRunning).count == 1)
    }
}
