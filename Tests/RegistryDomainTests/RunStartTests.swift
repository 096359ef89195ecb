import RegistryDomain
import Scheme
import TestSupport
import Testing

@Suite("The start of a run")
struct RunStartTests {
    @Test("brings it to step 1 of round 1")
    func start() throws {
        RunStory(schemes: try SchemeCatalogue()).when(.start(areas: [Example.area], Example.start())).then(
            RunStory.fact(.started(Example.start())),
            RunStory.moved(nil, 1, "Samenwerking vormgeven", round: 1, because: "traject-gestart")
        )
    }

    @Test("is refused for a run that exists")
    func twice() throws {
        try RunStory.begun().when(.start(areas: [Example.area], Example.start()))
            .refused(with: .alreadyStarted(Example.run))
    }

    @Test("is refused over no area, for its events could be published nowhere")
    func noAreas() throws {
        RunStory(schemes: try SchemeCatalogue()).when(.start(areas: [], Example.start()))
            .refused(saying: "run gm1581-0001-t1 is about no area; start it over at least one.")
    }

    @Test("is refused under a scheme that the service lacks, naming those that it has")
    func unknownScheme() throws {
        RunStory(schemes: try SchemeCatalogue())
            .when(.start(areas: [Example.area], Example.start(scheme: "kvo-9")))
            .refused(saying: "does not know scheme kvo-9; install its scheme file, or take one of kvo-2008, kvo-3")
    }

    @Test("is refused for a kind of area that the scheme does not have")
    func kind() throws {
        RunStory(schemes: try SchemeCatalogue())
            .when(.start(areas: [Example.area], Example.start(.ruralArea)))
            .refused(saying: "scheme KVO:2008 is not for a buitengebied")
    }

    @Test("must have happened before anything else is asked of a run")
    func unknown() throws {
        let orders: [RunCommand.Order] = [
            .join(Example.party(.police), on: Example.today), .leave(Example.id("politie-1"), on: Example.today),
            .sign(Example.agreement(), Example.workgroup), .startEvaluation(on: Example.today),
            .stop(reason: "x", on: Example.today),
        ]
        for order in orders {
            RunStory(schemes: try SchemeCatalogue()).when(order).refused(saying: "there is no run gm1581-0001-t1")
        }
    }
}
