import CertificationDomain
import Scheme
import TestSupport
import Testing

@Suite("What certification hears")
struct HearsayTests {
    typealias Story = CertificationStory

    @Test(
        "is noted once, however often it comes",
        arguments: [
            Heard.runStarted(RunProfile(name: "De Meent", scheme: Story.id("kvo-2008"))),
            .phaseChanged(to: 4, round: 1), .partyJoined(Story.gemeente), .runStopped,
            .measurement(Measurement(number: 0, surveyClosedOn: nil)), .plan(version: 1),
        ]
    )
    func once(heard: Heard) throws {
        let order = CertificationCommand.Order.hear(heard, over: Story.areas)
        Story(try SchemeCatalogue()).when(order).then(Story.fact(.heard(heard)))
            .when(Story.order(order)).thenNothing()
    }

    @Test("of a party that leaves is noted when it was a party")
    func leave() throws {
        let order = CertificationCommand.Order.hear(.partyLeft(Story.gemeente), over: Story.areas)
        try Story.ready().when(order).then(Story.fact(.heard(.partyLeft(Story.gemeente))))
            .when(Story.order(order)).thenNothing()
    }

    @Test("of an older measurement or plan does not undo the newer one")
    func older() throws {
        let story = try Story.certified().atRecertification(round: 2, on: Story.today)
        let old = Heard.measurement(Measurement(number: 0, surveyClosedOn: nil))
        story.when(.hear(old, over: Story.areas)).thenNothing()
        story.when(.hear(.plan(version: 1), over: Story.areas)).thenNothing()
    }

    @Test("from the analysis may come before the start of the run is heard of")
    func anyOrder() throws {
        let story = Story(try SchemeCatalogue()).hearing(
            .measurement(Measurement(number: 0, surveyClosedOn: Story.today)),
            .plan(version: 1),
            .runStarted(RunProfile(name: "De Meent", scheme: Story.id("kvo-2008"))),
            .partyJoined(Story.gemeente),
            .phaseChanged(to: 4, round: 1)
        )
        #expect(story.when(.requestAudit(by: Story.gemeente, on: Story.today)).refusal == nil)
    }
}
