import RegistryDomain
import Scheme
import TestSupport
import Testing

@Suite("An area")
struct AreaDeciderTests {
    let none = Scenario(AreaDecider())
    let registered = Scenario(AreaDecider()).given(.registered(Example.registration()))

    func command(_ order: AreaCommand.Order) -> AreaCommand {
        AreaCommand(order, of: Example.area, today: Example.today)
    }

    @Test("is registered as it was given")
    func register() {
        none.when(command(.register(Example.registration()))).then(.registered(Example.registration()))
    }

    @Test("is not registered twice")
    func twice() {
        registered.when(command(.register(Example.registration())))
            .refused(saying: "gm1581-0001 is registered already, as De Meent")
    }

    @Test("belongs to its own municipality")
    func foreignArea() {
        let other = NamedMunicipality(code: Example.id("GM0344"), name: "Utrecht")
        none.when(command(.register(Example.registration(municipality: other))))
            .refused(with: .foreignArea(Example.area, other.code))
    }

    @Test(
        "bears a name on one line that can be read",
        arguments: [" ", "\u{200B}", "De\nMeent", "De\u{202E}Meent", String(repeating: "x", count: 201)]
    )
    func names(text: String) {
        var profile = Example.profile
        profile.name = text
        none.when(command(.register(Example.registration(profile: profile)))).refused(saying: "the name of the area")
        registered.when(command(.change(AreaAmendment(name: text)))).refused(saying: "the name of the area")
    }

    @Test("covers regions of its own municipality, each once and at least one")
    func regions() {
        let foreign = NamedRegion(code: Example.id("BU03440101"), name: "Elders")
        let attempts: [([NamedRegion], AreaRefusal)] = [
            ([], .noRegions),
            (Example.regions + [foreign], .foreignRegion(foreign.code, Example.municipality.code)),
            (Example.regions + Example.regions, .repeatedRegion(Example.regions[0].code)),
        ]
        for (regions, refusal) in attempts {
            var profile = Example.profile
            profile.regions = regions
            none.when(command(.register(Example.registration(profile: profile)))).refused(with: refusal)
            registered.when(command(.change(AreaAmendment(regions: regions)))).refused(with: refusal)
        }
    }

    @Test(
        "takes the division of a year from 1995 to next year",
        arguments: [(1994, false), (1995, true), (2027, true), (2028, false)]
    )
    func years(year: Int, isTaken: Bool) {
        let outcome = registered.when(command(.change(AreaAmendment(divisionYear: year))))
        #expect((outcome.refusal == nil) == isTaken)
    }

    @Test(
        "takes at least the first division when the clock stands before it",
        arguments: ["1990-06-01", "1994-12-31", "0001-01-01"]
    )
    func earlyClock(day: String) {
        func command(_ year: Int) -> AreaCommand {
            AreaCommand(.change(AreaAmendment(divisionYear: year)), of: Example.area, today: Example.day(day))
        }
        #expect(registered.when(command(1995)).refusal == nil)
        registered.when(command(1996)).refused(with: .unlikelyYear(1996, 1995...1995))
    }

    @Test("has at least one establishment")
    func empty() {
        let none = EstablishmentCount(count: 0, digest: "")
        registered.when(command(.change(AreaAmendment(establishments: none)))).refused(with: .noEstablishments)
    }

    @Test("changes what is given and keeps the rest")
    func change() {
        var profile = Example.profile
        profile.name = "De Meent-Oost"
        registered.when(command(.change(AreaAmendment(name: "De Meent-Oost"))))
            .then(.changed(Example.area, profile))
            .when(command(.change(AreaAmendment(name: "De Meent-Oost"))))
            .thenNothing()
    }

    @Test("must exist before anything else is asked of it")
    func unknown() {
        let orders: [AreaCommand.Order] = [.change(AreaAmendment(name: "X")), .giveOutRun, .endRun(Example.run)]
        for order in orders { none.when(command(order)).refused(with: .unknown(Example.area)) }
    }

    @Test("has one run at a time and numbers them on")
    func runs() {
        registered.when(command(.giveOutRun)).then(.runGivenOut(Example.area, Example.run))
            .when(command(.giveOutRun)).refused(with: .runUnderWay(Example.run))
            .when(command(.endRun(Example.run))).then(.runEnded(Example.area, Example.run))
            .when(command(.endRun(Example.run))).thenNothing()
            .when(command(.giveOutRun)).then(.runGivenOut(Example.area, Example.id("gm1581-0001-t2")))
    }
}
