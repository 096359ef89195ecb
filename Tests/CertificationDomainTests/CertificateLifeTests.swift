import CertificationDomain
import Scheme
import TestSupport
import Testing

@Suite("The life of a certificate")
struct CertificateLifeTests {
    typealias Story = CertificationStory
    let number = Story.certificate
    let lastDay = Story.day("2028-03-01")
    let suspend = CertificationCommand.Order.suspend(reason: "geen schouw", on: Story.today)
    let lift = CertificationCommand.Order.liftSuspension(on: Story.today)
    let withdraw = CertificationCommand.Order.withdraw(reason: "fraude", on: Story.today)

    @Test("goes to suspension and back")
    func suspension() throws {
        try Story.certified().when(suspend).then(Story.fact(.suspended(number, on: Story.today)))
            .when(Story.order(suspend)).refused(saying: "KVO-gm1581-0001-t1-1 is geschorst and cannot be suspended")
            .when(Story.order(lift)).then(Story.fact(.suspensionLifted(number, on: Story.today)))
            .when(Story.order(lift)).refused(saying: "is verleend and cannot have a suspension lifted")
    }

    @Test("ends for good with a withdrawal, also out of a suspension")
    func withdrawal() throws {
        try Story.certified().when(withdraw).then(Story.fact(.withdrawn(number, on: Story.today)))
            .when(Story.order(lift)).refused(saying: "is ingetrokken")
        try Story.certified().having(suspend, withdraw).when(withdraw)
            .refused(saying: "is ingetrokken and cannot be withdrawn; only a new audit brings a valid certificate")
        try Story.certified().having(withdraw).when(.passTime, today: Story.day("2030-01-01")).thenNothing()
    }

    @Test("is suspended no more by lifting once it expired in suspension, whether or not the clock came by")
    func expiredInSuspension() throws {
        let story = try Story.certified().having(suspend)
        let after = Story.day("2028-03-02")
        story.when(.passTime, today: after).then(Story.fact(.expired(number, validUntil: lastDay)))
            .when(Story.order(.liftSuspension(on: after), today: after)).refused(saying: "is verlopen")
        story.when(.liftSuspension(on: after), today: after).refused(saying: "is verlopen")
        story.when(.liftSuspension(on: lastDay), today: lastDay)
            .then(Story.fact(.suspensionLifted(number, on: lastDay)))
    }

    @Test("needs a certificate, a reason, and a day that has come")
    func rules() throws {
        for order in [suspend, lift, withdraw] {
            try Story.ready().when(order).refused(with: .noCertificate(Story.run))
        }
        let story = try Story.certified()
        story.when(.suspend(reason: "", on: Story.today)).refused(saying: "the reason of a suspension")
        story.when(.withdraw(reason: "", on: Story.today)).refused(saying: "the reason of a withdrawal")
        let tomorrow = Story.day("2026-03-03")
        story.when(.suspend(reason: "x", on: tomorrow)).refused(saying: "lies after today")
        story.when(.suspend(reason: "x", on: Story.day("2026-03-01"))).refused(saying: "lies before 2026-03-02")
    }

    @Test("is touched neither by a party that leaves nor by the end of the run")
    func partyLeaves() throws {
        let story = try Story.certified().hearing(.partyLeft(Story.gemeente), .runStopped)
        #expect(story.scenario.state.certificates.map(\.status) == [.granted])
        #expect(story.when(suspend).refusal == nil)
    }

    @Test("warns on each day that the scheme names, once, and tells of the end once")
    func clock() throws {
        var story = try Story.certified()
        var told: [String: CertificationEvent.Fact] = [:]
        var day = Story.day("2027-02-01")
        while day < Story.day("2028-04-01") {
            let outcome = story.when(.passTime, today: day)
            #expect(outcome.refusal == nil && outcome.events.count <= 1)
            for event in outcome.events { told[day.description] = event.fact }
            story = story.having(.passTime, .passTime, today: day)
            day = day.adding(days: 1)
        }
        #expect(
            told == [
                "2027-03-02": .expiring(number, validUntil: lastDay, warningDays: 365),
                "2027-09-03": .expiring(number, validUntil: lastDay, warningDays: 180),
                "2027-12-02": .expiring(number, validUntil: lastDay, warningDays: 90),
                "2028-01-31": .expiring(number, validUntil: lastDay, warningDays: 30),
                "2028-03-02": .expired(number, validUntil: lastDay),
            ]
        )
    }

    @Test("warns only of the nearest day after a long stop, and of nothing once it is over")
    func longStop() throws {
        let story = try Story.certified()
        let day = Story.day("2028-01-10")
        story.when(.passTime, today: day).then(Story.fact(.expiring(number, validUntil: lastDay, warningDays: 90)))
            .when(Story.order(.passTime, today: day)).thenNothing()
        story.when(.passTime, today: Story.day("2031-01-01")).then(Story.fact(.expired(number, validUntil: lastDay)))
            .when(Story.order(.passTime, today: Story.day("2031-01-02"))).thenNothing()
    }

    @Test("warns anew of the end of the next certificate and no more of the one that it replaced")
    func warningsAfterRenewal() throws {
        let day = Story.day("2028-02-20")
        let story = try Story.certified().having(.passTime, today: day).reviewed(round: 2, on: day)
            .having(.decide(grant: true, reasons: "", on: day), today: day)
        story.when(.passTime, today: Story.day("2028-03-05")).thenNothing()
        story.when(.passTime, today: Story.day("2029-03-01")).then(
            Story.fact(
                .expiring(Story.id("KVO-gm1581-0001-t1-2"), validUntil: Story.day("2030-02-19"), warningDays: 365)
            )
        )
    }

    @Test("allows exactly the changes of its table")
    func table() {
        let allowed = CertificateStatus.Change.allCases.flatMap { change in
            CertificateStatus.allCases.compactMap { status in
                status.after(change).map { "\(status.rawValue) -\(change)-> \($0.rawValue)" }
            }
        }
        #expect(
            Set(allowed) == [
                "verleend -suspend-> geschorst", "geschorst -lift-> verleend", "verleend -expire-> verlopen",
                "geschorst -expire-> verlopen", "verleend -withdraw-> ingetrokken", "geschorst -withdraw-> ingetrokken",
                "verleend -replace-> vervangen", "verlopen -replace-> vervangen",
            ]
        )
    }
}
