import EventSourcing
import PlanningDomain
import Scheme
import TestSupport
import Testing

@Suite("Adoption")
struct AdoptionTests {
    let today = Plan.today

    @Test("a complete plan is adopted and its measures are assigned")
    func adopted() throws {
        let d1 = Plan.objective(Plan.order("D1", for: "K1"), base: 0.53)
        let d2 = Plan.objective(Plan.order("D2", for: "K2", indicator: "inbraak", target: 10), base: 21)
        try Plan.complete().when(Plan.adoption).then(
            .adopted(
                Plan.scope,
                Adoption(version: 1, on: today, objectives: [d1, d2], measures: 2, agreedBy: Plan.all.sorted())
            ),
            try Plan.assigned(Plan.measure("M1", "D1")),
            try Plan.assigned(Plan.measure("M2", "D2", "D1", owner: Plan.police, deadline: "2026-06-01"))
        )
    }

    @Test("bottlenecks without an objective and a measure keep the gate shut, each by name")
    func uncovered() throws {
        let closed = try Plan.making().having(.setObjective(Plan.order("D1", for: "K1"), today: today))
            .when(Plan.adoption)
        closed.refused(gate: "knelpunten-gedekt")
        closed.refused(with: uncovered(("K1", .noOpenMeasure([Plan.id("D1")])), ("K2", .noObjective)))
        closed.refused(saying: "nothing covers K1 (no open measure for D1), K2 (no objective); give each")
    }

    @Test("a bottleneck is covered by an argument instead of an objective")
    func arguedAway() throws {
        let half = try Plan.making().having(
            .setObjective(Plan.order("D1", for: "K1"), today: today),
            .proposeMeasure(Plan.measure("M1", "D1"), today: today)
        )
        half.when(Plan.adoption).refused(with: uncovered(("K2", .noObjective)))
        let outcome = half.having(.argueAway(bottleneck: Plan.id("K2"), reason: "wordt gesloopt")).when(Plan.adoption)
        #expect(outcome.refusal == nil)
        #expect(outcome.state.version?.number == 1)
    }

    @Test("a dropped measure covers nothing")
    func droppedCover() throws {
        try Plan.complete().having(.dropMeasure(Plan.id("M2"), reason: "te duur", today: today))
            .when(Plan.adoption).refused(with: uncovered(("K2", .noOpenMeasure([Plan.id("D2")]))))
    }

    private func uncovered(_ bottlenecks: (String, UncoveredBottleneck.Gap)...) -> PlanRefusal {
        .uncovered(
            at: "step 3 (Plan van aanpak)",
            on: today,
            bottlenecks.map { UncoveredBottleneck(Plan.id($0.0), $0.1) }
        )
    }

    @Test("measures without an owner or a deadline keep the gate shut, each with what it lacks")
    func unassigned() throws {
        let closed = try Plan.complete().having(
            .proposeMeasure(Plan.measure("M1", "D1", owner: nil), today: today),
            .proposeMeasure(Plan.measure("M3", "D1", deadline: nil), today: today),
            .proposeMeasure(Plan.measure("M4", "D1", owner: nil, deadline: nil), today: today)
        )
        closed.when(Plan.adoption).refused(gate: "maatregelen-belegd")
        closed.when(Plan.adoption).refused(saying: "M1 (no owner), M3 (no deadline), M4 (no owner, no deadline)")
        let open = closed.having(
            .proposeMeasure(Plan.measure("M1", "D1"), today: today),
            .proposeMeasure(Plan.measure("M3", "D1"), today: today),
            .dropMeasure(Plan.id("M4"), reason: "dubbel", today: today)
        )
        #expect(open.when(Plan.adoption).refusal == nil)
    }

    @Test("a mandatory kind of which nobody agrees keeps the gate shut")
    func silent() throws {
        let closed = try Plan.complete().when(
            .adopt(agreedBy: [Plan.police, Plan.entrepreneurs], on: today, today: today)
        )
        closed.refused(gate: "verplichte-partijen-akkoord")
        closed.refused(
            with: .notAgreed(at: "step 3 (Plan van aanpak)", silent: [.municipality, .fireBrigade], absent: [])
        )
        closed.refused(saying: "no agreement of gemeente, brandweer")
    }

    @Test("one party of a kind agrees for that kind")
    func oneOfAKind() throws {
        let second = Plan.organisation("winkeliers")
        let story = try Plan.complete()
            .given(.heard(.partyJoined(Party(organisation: second, kind: .entrepreneurs))))
        let agreed = [second, Plan.municipality, Plan.police, Plan.fireBrigade]
        #expect(story.when(.adopt(agreedBy: agreed, on: today, today: today)).refusal == nil)
    }

    @Test("a mandatory party that left is missing, even when it says that it agrees")
    func left() throws {
        let police = Party(organisation: Plan.police, kind: .police)
        let without = try Plan.complete().given(.heard(.partyLeft(police)))
        without.when(Plan.adoption).refused(
            with: .notAgreed(at: "step 3 (Plan van aanpak)", silent: [], absent: [.police])
        )
        without.when(Plan.adoption).refused(saying: "no party of kind politie")
        #expect(without.given(.heard(.partyJoined(police))).when(Plan.adoption).refusal == nil)
    }

    @Test("a mandatory party that leaves mid-cycle blocks the next version and nothing before it")
    func leftMidCycle() throws {
        let without = try Plan.executing()
            .given(.heard(.partyLeft(Party(organisation: Plan.police, kind: .police))))
        #expect(without.state.version?.number == 1)
        #expect(without.when(.startMeasure(Plan.id("M2"), on: today, today: today)).refusal == nil)
        let adjusting = without.given(.heard(.analysisEstablished(Plan.next)), Plan.phase(7, round: 2))
            .having(.argueAway(bottleneck: Plan.id("K3"), reason: "eenmalig"))
        adjusting.when(.adopt(agreedBy: Plan.all, on: Plan.later, today: Plan.later))
            .refused(with: .notAgreed(at: "step 7 (Bijstellen plan van aanpak)", silent: [], absent: [.police]))
    }

    @Test("who does not take part cannot agree")
    func strangers() throws {
        let stranger = Plan.organisation("beveiliging-bv")
        try Plan.complete().when(.adopt(agreedBy: Plan.all + [stranger], on: today, today: today))
            .refused(with: .notParties(Plan.run, [stranger]))
    }

    @Test("a gate that the scheme does not list is not asked")
    func unlisted() throws {
        let lenient = try SchemeCatalogue([Fixture.scheme(withoutGatesAt: 3)])
        let story = Scenario(PlanDecider(run: Plan.run, schemes: lenient)).given([Plan.started(scheme: "kvo-x")])
            .given(Plan.phase(3), .heard(.analysisEstablished(Plan.baseline)))
        story.when(.adopt(agreedBy: [], on: today, today: today)).then(
            .adopted(Plan.scope, Adoption(version: 1, on: today, objectives: [], measures: 0, agreedBy: []))
        )
    }

    @Test("two measures may have one owner outside the partnership")
    func outsideOwner() throws {
        let guardFirm = Plan.organisation("beveiliging-bv")
        let story = try Plan.complete().having(
            .proposeMeasure(Plan.measure("M1", "D1", owner: guardFirm), today: today),
            .proposeMeasure(Plan.measure("M2", "D2", owner: guardFirm), today: today)
        )
        let events = story.when(Plan.adoption).events
        #expect(events.dropFirst().map(Self.owner) == [guardFirm, guardFirm])
        #expect(!story.state.isParty(guardFirm))
    }

    private static func owner(_ event: PlanEvent) -> OrganisationID? {
        if case .measureAssigned(_, let assignment) = event { assignment.owner } else { nil }
    }

    @Test("the day of adoption is not in the future and not before the analysis")
    func dates() throws {
        let story = try Plan.complete()
        story.when(.adopt(agreedBy: Plan.all, on: Plan.day("2026-03-11"), today: today))
            .refused(with: .inFuture(Plan.day("2026-03-11"), today: today))
        story.when(.adopt(agreedBy: Plan.all, on: Plan.day("2026-02-28"), today: today))
            .refused(with: .beforeAnalysis(Plan.day("2026-02-28"), analysedOn: Plan.day("2026-03-01")))
        #expect(story.when(.adopt(agreedBy: Plan.all, on: Plan.day("2026-03-01"), today: today)).refusal == nil)
    }

    @Test("an adopted plan does not change before the step of adjusting")
    func frozen() throws {
        let story = try Plan.complete().having(Plan.adoption)
        for command in [
            Plan.adoption, .setObjective(Plan.order("D1", for: "K1", target: 0.9), today: today),
            .proposeMeasure(Plan.measure("M3", "D1"), today: today),
            .dropMeasure(Plan.id("M1"), reason: "te duur", today: today),
            .argueAway(bottleneck: Plan.id("K1"), reason: "toch niet"),
        ] {
            story.when(command).refused(with: .alreadyAdopted(Plan.run, version: 1, on: today))
        }
    }
}
