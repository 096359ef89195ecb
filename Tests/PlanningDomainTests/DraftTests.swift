import EventSourcing
import PlanningDomain
import Scheme
import TestSupport
import Testing

@Suite("Plan that is being made")
struct DraftTests {
    let today = Plan.today

    @Test("an objective takes its base from the safety analysis")
    func objective() throws {
        let order = Plan.order("D1", for: "K1")
        try Plan.making().when(.setObjective(order, today: today)).then(
            .objectiveSet(Plan.objective(order, base: 0.53))
        )
        .when(.setObjective(order, today: today)).thenNothing()
    }

    @Test("an objective with the same identifier is replaced")
    func replaced() throws {
        let state = try Plan.complete()
            .when(.setObjective(Plan.order("D1", for: "K1", target: 0.9), today: today)).state
        #expect(state.sortedObjectives.map(\.target) == [0.9, 10])
    }

    @Test("a target for an indicator that the survey version lacks is refused")
    func missingIndicator() throws {
        try Plan.making().when(.setObjective(Plan.order("D1", for: "K1", indicator: "B7"), today: today))
            .refused(with: .unknownIndicator("B7", measurement: 0, known: ["B1", "inbraak"]))
    }

    @Test("an objective for a problem outside the latest analysis is refused")
    func missingBottleneck() throws {
        try Plan.making().when(.setObjective(Plan.order("D1", for: "K9"), today: today))
            .refused(with: .unknownBottleneck(Plan.id("K9"), measurement: 0, known: [Plan.id("K1"), Plan.id("K2")]))
        try Plan.adjusting().when(.setObjective(Plan.order("D5", for: "K2", by: "2030-01-01"), today: Plan.later))
            .refused(saying: "measurement 1 shows no bottleneck K2")
    }

    @Test("a target must be a possible value", arguments: [80, -0.1, .nan, .infinity])
    func target(value: Double) throws {
        try Plan.making().when(.setObjective(Plan.order("D1", for: "K1", target: value), today: today))
            .refused(saying: "between 0 and 1")
    }

    @Test("a count may have a target over 1, but no infinite one")
    func count() throws {
        let story = try Plan.making()
        let twelve = Plan.order("D1", for: "K1", indicator: "inbraak", target: 12)
        story.when(.setObjective(twelve, today: today)).then(.objectiveSet(Plan.objective(twelve, base: 21)))
        story.when(.setObjective(Plan.order("D1", for: "K1", indicator: "inbraak", target: .infinity), today: today))
            .refused(saying: "a number of 0 or more")
    }

    @Test("what is to be reached lies after today")
    func planned() throws {
        let story = try Plan.complete()
        story.when(.setObjective(Plan.order("D3", for: "K1", by: "2026-03-10"), today: today)).refused(
            saying: "2026-03-10"
        )
        story.when(.proposeMeasure(Plan.measure("M9", "D1", deadline: "2026-03-10"), today: today))
            .refused(saying: "the deadline of measure M9, 2026-03-10")
        story.when(.proposeMeasure(Plan.measure("M9", "D1", deadline: "2026-03-11"), today: today))
            .then(.measureProposed(Plan.measure("M9", "D1", deadline: "2026-03-11")))
    }

    @Test(
        "a title that is no single line of 1 to 200 characters is refused",
        arguments: [
            "", "  ", "\n", "Licht\tin de straat", "Licht\u{0}", "Licht\u{2028}aan", "Licht\u{7F}", "\u{200B}",
            "Licht\u{202E}aan",
            String(repeating: "e", count: 201), String(repeating: "👮🏽‍♀️", count: 40),
        ]
    )
    func titles(text: String) throws {
        let story = try Plan.complete()
        story.when(.proposeMeasure(Plan.measure("M9", "D1", title: text), today: today)).refused(
            saying: "1 to 200 characters"
        )
        let order = ObjectiveOrder(
            id: Plan.id("D9"),
            title: text,
            bottleneck: Plan.id("K1"),
            indicator: "B1",
            target: 0.5,
            by: Plan.later
        )
        story.when(.setObjective(order, today: today)).refused(with: .unfitTitle)
        story.when(.addActivity(activity(title: text, on: "2026-05-01"), today: today)).refused(with: .unfitTitle)
    }

    @Test("a title of 200 characters is taken, with accents too", arguments: ["e", "é"])
    func longTitle(letter: String) throws {
        let title = String(repeating: letter, count: 200)
        let proposal = Plan.measure("M9", "D1", title: title)
        try Plan.complete().when(.proposeMeasure(proposal, today: today)).then(.measureProposed(proposal))
    }

    @Test("an empty or overlong reason is refused", arguments: ["", " \n", String(repeating: "é", count: 501)])
    func reasons(text: String) throws {
        try Plan.complete().when(.argueAway(bottleneck: Plan.id("K1"), reason: text)).refused(saying: "reason")
    }

    @Test("a measure serves at least one objective of the plan")
    func objectives() throws {
        let story = try Plan.complete()
        story.when(.proposeMeasure(Plan.measure("M9"), today: today)).refused(with: .noObjective(Plan.id("M9")))
        story.when(.proposeMeasure(Plan.measure("M9", "D1", "D8", "D7"), today: today))
            .refused(with: .unknownObjectives([Plan.id("D7"), Plan.id("D8")], known: [Plan.id("D1"), Plan.id("D2")]))
    }

    @Test(
        "a cost is nothing to a billion euros",
        arguments: [(-1, false), (0, true), (1_000_000_000, true), (1_000_000_001, false), (.max, false)]
    )
    func cost(euros: Int, isTaken: Bool) throws {
        let proposal = Plan.measure("M9", "D1", costEuro: euros)
        let outcome = try Plan.complete().when(.proposeMeasure(proposal, today: today))
        if isTaken {
            outcome.then(.measureProposed(proposal))
        } else {
            outcome.refused(with: .costOutOfRange(Plan.id("M9"), euros, 0...1_000_000_000))
            outcome.refused(saying: "\(euros) euros, is refused: give 0 to 1000000000")
        }
    }

    @Test("a day more than ten years ahead is refused as a typing error", arguments: ["2036-03-11", "9999-12-31"])
    func horizon(text: String) throws {
        let story = try Plan.complete()
        let words = "\(text), is refused: it must not lie more than 10 years after today, 2026-03-10"
        story.when(.setObjective(Plan.order("D1", for: "K1", by: text), today: today))
            .refused(saying: "the day of objective D1, \(words)")
        story.when(.proposeMeasure(Plan.measure("M9", "D1", deadline: text), today: today))
            .refused(saying: "the deadline of measure M9, \(words)")
        story.when(.addActivity(activity(on: text), today: today)).refused(saying: "the day of activity A1, \(words)")
    }

    @Test("a day ten years ahead is taken, also when the clock stands near the end of the calendar")
    func farthestDay() throws {
        let (story, last) = (try Plan.complete(), "2036-03-10")
        #expect(story.when(.setObjective(Plan.order("D1", for: "K1", by: last), today: today)).refusal == nil)
        #expect(story.when(.proposeMeasure(Plan.measure("M9", "D1", deadline: last), today: today)).refusal == nil)
        #expect(story.when(.addActivity(activity(on: last), today: today)).refusal == nil)
        let end = Plan.order("D1", for: "K1", by: "9999-12-31")
        #expect(story.when(.setObjective(end, today: Plan.day("9995-03-10"))).refusal == nil)
    }

    @Test("a proposed measure is replaced by one with the same identifier")
    func replacedMeasure() throws {
        let story = try Plan.complete()
        story.when(.proposeMeasure(Plan.measure("M1", "D1"), today: today)).thenNothing()
        let after = story.when(.proposeMeasure(Plan.measure("M1", "D2", title: "Camera"), today: today)).state
        #expect(after.sortedMeasures.map(\.proposal.title) == ["Camera", "Verlichting"])
    }

    @Test("a measure that was started, done or dropped is not replaced")
    func finished() throws {
        let started = try Plan.executing().having(.startMeasure(Plan.id("M1"), on: today, today: today))
        let adjusting = started.given(phase7)
        let proposal = Plan.measure("M1", "D1", deadline: "2029-01-01", title: "Anders")
        adjusting.when(.proposeMeasure(proposal, today: Plan.later)).refused(saying: "being carried out")
        started.having(.completeMeasure(Plan.id("M1"), on: today, today: today)).given(phase7)
            .when(.proposeMeasure(proposal, today: Plan.later)).refused(saying: "identifier of its own")
        adjusting.having(.dropMeasure(Plan.id("M1"), reason: "te duur", today: Plan.later))
            .when(.proposeMeasure(proposal, today: Plan.later)).refused(saying: "dropped")
    }

    private let phase7: [PlanEvent] = [.heard(.analysisEstablished(Plan.next)), Plan.phase(7, round: 2)]

    @Test("an argument counts until the next analysis or an objective")
    func argument() throws {
        let argued = try Plan.making().having(.argueAway(bottleneck: Plan.id("K1"), reason: "sloop in mei"))
        argued.when(.argueAway(bottleneck: Plan.id("K1"), reason: "sloop in mei")).thenNothing()
        #expect(argued.state.arguedAway == [Plan.id("K1"): "sloop in mei"])
        #expect(argued.given(.heard(.analysisEstablished(Plan.next))).state.arguedAway.isEmpty)
        #expect(argued.having(.setObjective(Plan.order("D1", for: "K1"), today: today)).state.arguedAway.isEmpty)
    }

    @Test("a problem outside the analysis cannot be argued away")
    func unknownArgument() throws {
        try Plan.making().when(.argueAway(bottleneck: Plan.id("K9"), reason: "bestaat niet"))
            .refused(saying: "no bottleneck K9")
    }

    @Test("a dropped proposal leaves the plan for good, and dropping it again does nothing")
    func drop() throws {
        let drop = PlanCommand.dropMeasure(Plan.id("M1"), reason: "te duur", today: today)
        let story = try Plan.complete().when(drop)
            .then(.measureDropped(Plan.id("M1"), reason: "te duur", on: today))
        story.when(drop).thenNothing()
        story.when(.dropMeasure(Plan.id("M7"), reason: "te duur", today: today)).refused(saying: "no measure M7")
        story.when(.dropMeasure(Plan.id("M2"), reason: " ", today: today)).refused(saying: "reason")
    }

    @Test("an activity is added, moved, and refused for a measure that is not to be carried out")
    func activity() throws {
        let first = activity(on: "2026-05-01")
        let story = try Plan.complete().when(.addActivity(first, today: today)).then(.activityAdded(first))
        story.when(.addActivity(first, today: today)).thenNothing()
        story.when(.addActivity(activity(on: "2026-05-08"), today: today)).then(
            .activityAdded(activity(on: "2026-05-08"))
        )
        story.when(.addActivity(activity(of: "M7", on: "2026-05-08"), today: today)).refused(saying: "no measure M7")
        story.having(.dropMeasure(Plan.id("M1"), reason: "te duur", today: today))
            .when(.addActivity(activity(on: "2026-05-08"), today: today)).refused(saying: "M1 is dropped")
    }

    private func activity(of measure: String = "M1", title: String = "Offertes", on date: String) -> Activity {
        Activity(
            measure: Plan.id(measure),
            id: Plan.id("A1"),
            title: title,
            owner: Plan.police,
            on: Plan.day(date)
        )
    }

    @Test("a plan has at most sixty objectives")
    func limit() throws {
        let many = try Plan.making().given(
            (1...60).map { .objectiveSet(Plan.objective(Plan.order("D\($0)", for: "K1"), base: 0.53)) }
        )
        many.when(.setObjective(Plan.order("D61", for: "K1"), today: today)).refused(saying: "at most 60")
        let last = Plan.order("D60", for: "K2")
        many.when(.setObjective(last, today: today)).then(.objectiveSet(Plan.objective(last, base: 0.53)))
    }
}
