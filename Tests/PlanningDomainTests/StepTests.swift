import EventSourcing
import PlanningDomain
import Scheme
import TestSupport
import Testing

@Suite("Steps in which a plan can change")
struct StepTests {
    static let today = Plan.today
    static let commands: [(PlanCommand, [Int], String)] = [
        (.setObjective(Plan.order("D1", for: "K1"), today: today), [3, 7], "an objective can only be set"),
        (.argueAway(bottleneck: Plan.id("K1"), reason: "sloop"), [3, 7], "a bottleneck can only be argued away"),
        (.proposeMeasure(Plan.measure("M9", "D1"), today: today), [3, 7], "a measure can only be proposed"),
        (.dropMeasure(Plan.id("M1"), reason: "te duur", today: today), [3, 7], "a measure can only be dropped"),
        (Plan.adoption, [3, 7], "the plan can only be adopted"),
        (
            .addActivity(
                Activity(
                    measure: Plan.id("M1"),
                    id: Plan.id("A1"),
                    title: "Offerte",
                    owner: Plan.police,
                    on: today
                ),
                today: today
            ),
            [3, 5, 6, 7, 8], "an activity can only be added"
        ),
        (.startMeasure(Plan.id("M1"), on: today, today: today), [5, 6, 7, 8], "a measure can only be started"),
        (.completeMeasure(Plan.id("M1"), on: today, today: today), [5, 6, 7, 8], "a measure can only be completed"),
        (
            .reportProgress(Plan.id("M1"), .init(percent: 5, on: today), today: today), [5, 6, 7, 8],
            "progress can only be reported"
        ),
        (
            .establishAnnualReport(year: 2026, meetings: 2, on: today, today: today), [5],
            "the annual report can only be established"
        ),
    ]

    @Test("a command is refused outside its steps, and never because of the step inside them", arguments: commands)
    func steps(command: PlanCommand, allowed: [Int], words: String) throws {
        for step in 1...8 {
            let outcome = try Plan.complete().given(Plan.phase(step)).when(command)
            if allowed.contains(step) {
                if case .wrongStep = outcome.refusal { Issue.record("refused at step \(step)") }
            } else {
                outcome.refused(saying: words)
                outcome.refused(saying: "is at step \(step) (")
            }
        }
    }

    @Test("a refusal names the run, where it is and where it should be")
    func sentence() throws {
        try Plan.complete().given(Plan.phase(1)).when(Plan.adoption).refused(
            saying: "run gm1581-0001-t1 is at step 1 (Samenwerking vormgeven); the plan can only be adopted at "
                + "step 3 (Plan van aanpak), step 7 (Bijstellen plan van aanpak)."
        )
    }

    @Test("an unknown, a stopped and an unreadable run are refused", arguments: commands)
    func run(command: PlanCommand, allowed: [Int], words: String) throws {
        Scenario(try Plan.decider()).when(command).refused(saying: "there is no run gm1581-0001-t1")
        try Plan.making().given(.heard(.runStopped)).when(command).refused(with: .stopped(Plan.run))
        Scenario(try Plan.decider()).given(Plan.started(scheme: "kvo-9")).when(command)
            .refused(saying: "goes by scheme kvo-9, which this service does not know; install that scheme file")
        try Plan.making().given(Plan.phase(9)).when(command).refused(saying: "does not have")
    }

    @Test("no plan is made before its analysis was heard")
    func withoutAnalysis() throws {
        Scenario(try Plan.decider()).given([Plan.started()] + Plan.parties).given(Plan.phase(3)).when(Plan.adoption)
            .refused(with: .noAnalysis(Plan.run, at: "step 3 (Plan van aanpak)", measurement: 0))
    }

    @Test("what is heard twice is kept once")
    func twice() throws {
        let police = Party(organisation: Plan.police, kind: .police)
        let facts: [HeardFact] = [
            .runStarted(areas: Plan.areas, scheme: try SchemeCatalogue().standard.id, on: Plan.today),
            .phaseChanged(to: 3, round: 1), .partyJoined(police), .partyLeft(police),
            .analysisEstablished(Plan.baseline), .evaluationEstablished(measurement: 1), .runStopped,
        ]
        var story = Scenario(try Plan.decider())
        for fact in facts {
            story = story.when(.hear(fact)).then(.heard(fact)).when(.hear(fact)).thenNothing()
        }
        story.when(.hear(.analysisEstablished(Plan.baseline))).thenNothing()
    }

    @Test("the analysis may be heard before the run, since each has its own feed")
    func order() throws {
        let story = Scenario(try Plan.decider())
            .given(.heard(.analysisEstablished(Plan.baseline)), Plan.started())
            .given(Plan.parties).given(Plan.phase(3))
        #expect(story.when(.setObjective(Plan.order("D1", for: "K1"), today: Plan.today)).refusal == nil)
    }
}
