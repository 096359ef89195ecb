import CertificationDomain
import Scheme
import TestSupport
import Testing

@Suite("The request for an audit")
struct AuditRequestTests {
    typealias Story = CertificationStory
    let request = CertificationCommand.Order.requestAudit(by: Story.gemeente, on: Story.today)

    @Test("opens an application with a number of its own")
    func request1() throws {
        try Story.ready().when(request)
            .then(Story.fact(.auditRequested(application: Story.first, by: Story.gemeente, on: Story.today)))
    }

    @Test("waits for a survey that is young enough, exactly twelve months counting as young enough")
    func surveyAge() throws {
        try Story.ready(survey: Story.day("2025-03-02")).when(request)
            .then(Story.fact(.auditRequested(application: Story.first, by: Story.gemeente, on: Story.today)))
        let outcome = try Story.ready(survey: Story.day("2025-03-01")).when(request)
        outcome.refused(gate: "enquete-actueel")
        outcome.refused(
            saying:
                "the audit cannot be requested at step 4 (Certificering): gate enquete-actueel is closed, the "
                + "ondernemersenquête closed on 2025-03-01 and is older than 12 months on 2026-03-02, the day of the "
                + "request; in this version a run cannot go back to its survey: stop the run and start a new one."
        )
    }

    @Test("asks for no fresh survey where the scheme has no such gate")
    func withoutGate() throws {
        let open = try Story.scheme("\"enquete-actueel\",", with: "")
        #expect(try Story.ready(open, survey: Story.day("2020-01-01")).when(request).refusal == nil)
    }

    @Test("waits for a survey at all, unless the scheme requires none")
    func noSurvey() throws {
        let outcome = try Story.ready(survey: nil).when(request)
        outcome.refused(gate: "enquete-actueel")
        outcome.refused(saying: "the 0-meting has no ondernemersenquête; in this version a run cannot go back")
        let lenient = try Story.scheme("\"enquete\",", with: "")
        #expect(try Story.ready(lenient, survey: nil).when(request).refusal == nil)
    }

    @Test("waits, at a recertification, for the measurement of its own round")
    func measurementOfTheRound() throws {
        let story = try Story.certified().hearing(.phaseChanged(to: 8, round: 2))
        let outcome = story.when(request)
        outcome.refused(gate: "enquete-actueel")
        outcome.refused(saying: "it has not been heard that the 1-meting was established")
    }

    @Test("comes from a party, about a plan, at a step of certification, of a run that goes on")
    func circumstances() throws {
        let ready = try Story.ready()
        ready.when(.requestAudit(by: Story.reviewer, on: Story.today))
            .refused(with: .noParty(Story.reviewer, Story.run))
        ready.hearing(.phaseChanged(to: 3, round: 1)).when(request).refused(
            saying: "run gm1581-0001-t1 is at step 3 (Plan van aanpak); an audit can only be requested at "
                + "step 4 (Certificering) or step 8 (Hercertificering)."
        )
        ready.hearing(.runStopped).when(request).refused(with: .stopped(Story.run))
        ready.when(.requestAudit(by: Story.gemeente, on: Story.day("2026-03-03"))).refused(saying: "lies after today")
    }

    @Test("needs a plan")
    func noPlan() throws {
        let story = CertificationStory(try SchemeCatalogue()).hearing(
            .runStarted(RunProfile(name: "De Meent", scheme: Story.id("kvo-2008"))),
            .partyJoined(Story.gemeente),
            .phaseChanged(to: 4, round: 1)
        )
        story.when(request).refused(with: .noPlan(Story.run))
    }

    @Test("is refused for a run or a scheme that was never heard of")
    func unknown() throws {
        let none = CertificationStory(try SchemeCatalogue())
        none.when(request).refused(saying: "there is no run gm1581-0001-t1")
        none.hearing(.runStarted(RunProfile(name: "X", scheme: Story.id("kvo-9")))).when(request)
            .refused(saying: "install its scheme file")
    }

    @Test("is one at a time")
    func openApplication() throws {
        try Story.planned().when(request).refused(saying: "application gm1581-0001-t1.a1 is gepland")
    }

    @Test("may follow a refusal and gets the next number")
    func afterRefusal() throws {
        let again: LocalID = Story.id("gm1581-0001-t1.a2")
        try Story.completed().having(.decide(grant: false, reasons: "te weinig", on: Story.today)).when(request)
            .then(Story.fact(.auditRequested(application: again, by: Story.gemeente, on: Story.today)))
    }

    @Test("brings no second star in a round, although the step has not been heard to change yet")
    func noStarTwice() throws {
        try Story.certified().when(request)
            .refused(with: .alreadyCertified(Story.run, round: 1, Story.certificate))
    }
}
