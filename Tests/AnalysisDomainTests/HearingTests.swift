import AnalysisDomain
import Scheme
import TestSupport
import Testing

@Suite("News of the registry")
struct HearingTests {
    private static let change = AreaChange(
        area: Example.area,
        before: nil,
        after: AreaFacts(establishments: 90, regions: [Example.centre])
    )

    static let news: [RegistryNews] = [
        .run(Example.analysed()), .area(change), .phase(step: 6, round: 2), .joined(made(OrganisationID("vru"))),
        .left(Example.police), .evaluation(measurement: 1), .stopped(on: Example.today),
    ]

    @Test("news that is heard twice has one effect", arguments: news)
    func twice(item: RegistryNews) {
        let before = item == .run(Example.analysed()) ? Scenario(Example.decider) : Example.story()
        before.when(.hear(item)).then(.heard(item)).when(.hear(item)).thenNothing()
    }

    @Test("a run keeps the scheme with which it was first heard of")
    func firstRun() {
        Example.story().when(.hear(.run(Example.analysed(scheme: "kvo-3")))).thenNothing()
    }

    @Test("a change of the only area replaces establishments and regions")
    func onlyArea() {
        let story = Example.story().given(.heard(.area(Self.change)))
        #expect(story.state.run?.establishments == 90)
    }

    @Test("of several areas the difference is taken over, and an unknown difference is left out")
    func severalAreas() {
        let other = made(AreaID("gm1581-0002"))
        let park = CensusRegion(code: "BU15810409", name: "De Meent")
        let run = Example.analysed(areas: [Example.area, other], regions: [Example.centre, park])
        let story = Scenario(Example.decider).given(.heard(.run(run)))
        let known = AreaChange(
            area: other,
            before: AreaFacts(establishments: 50, regions: [park]),
            after: AreaFacts(establishments: 47, regions: [])
        )
        let changed = story.given(.heard(.area(known))).state.run
        #expect(changed?.establishments == 110 && changed?.regions == [Example.centre])
        story.when(.hear(.area(Self.change))).thenNothing()
    }
}
