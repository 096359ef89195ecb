import RegistryDomain
import Scheme
import TestSupport
import Testing

@Suite("The steps of a run")
struct RunStepTests {
    let report = Heard("jaarverslag-vastgesteld", .annualReport(year: 2025))

    func certificate(_ number: Int, renewed: Bool = true) -> Heard {
        Heard(
            renewed ? "certificaat-verlengd" : "certificaat-verleend",
            .certificate(Example.id("KVO-\(number)"), stars: number)
        )
    }

    @Test("follow one another through the first round and three more, as the events of all contexts come in")
    func wholeLife() throws {
        var story = try RunStory.certified()
        for round in 2...4 {
            story = story.having(
                .hear(report),
                .startEvaluation(on: Example.today),
                .hear(Heard("veiligheidsanalyse-vastgesteld", .measurement(round - 1))),
                .hear(Heard("evaluatie-vastgesteld", .measurement(round - 1))),
                .hear(Heard("plan-van-aanpak-bijgesteld", .plan)),
                .hear(certificate(round))
            )
        }
        let steps = story.scenario.history.compactMap { event -> [Int]? in
            guard case .phaseChanged(let change) = event.fact else { return nil }
            return [change.to, change.round]
        }
        let cycle = (2...4).flatMap { [[6, $0], [7, $0], [8, $0], [5, $0 + 1]] }
        #expect(steps == [[1, 1], [2, 1], [3, 1], [4, 1], [5, 2]] + cycle)
        #expect(story.scenario.state?.measurement == 3)
    }

    @Test("are moved once by an event that is heard once for each area")
    func heardTwice() throws {
        let analysis = Heard("veiligheidsanalyse-vastgesteld", .measurement(0))
        let granted = certificate(1, renewed: false)
        let story = try RunStory.signed()
        story.when(.hear(analysis))
            .then(RunStory.moved(2, 3, "Plan van aanpak", round: 1, because: "veiligheidsanalyse-vastgesteld"))
            .when(RunStory.order(.hear(analysis))).thenNothing()
        story.having(.hear(analysis), .hear(Heard("plan-van-aanpak-vastgesteld", .plan))).when(.hear(granted))
            .then(
                RunStory.fact(.certificateNoted(Example.id("KVO-1"), stars: 1)),
                RunStory.moved(4, 5, "Uitvoering", round: 2, because: "certificaat-verleend")
            )
            .when(RunStory.order(.hear(granted))).thenNothing()
    }

    @Test("are not moved by an event that ends another step")
    func otherStep() throws {
        let story = try RunStory.signed()
        story.when(.hear(Heard("plan-van-aanpak-vastgesteld", .plan))).thenNothing()
        story.when(.hear(Heard("evaluatie-vastgesteld", .measurement(0)))).thenNothing()
        story.when(.hear(certificate(1, renewed: false)))
            .then(RunStory.fact(.certificateNoted(Example.id("KVO-1"), stars: 1)))
    }

    @Test("are not moved by a measurement with another number")
    func otherMeasurement() throws {
        try RunStory.signed().when(.hear(Heard("veiligheidsanalyse-vastgesteld", .measurement(1)))).thenNothing()
        let evaluating = try RunStory.certified().having(.hear(report), .startEvaluation(on: Example.today))
        evaluating.when(.hear(Heard("evaluatie-vastgesteld", .measurement(2)))).thenNothing()
        evaluating.when(.hear(Heard("veiligheidsanalyse-vastgesteld", .measurement(1)))).thenNothing()
    }

    @Test("hear nothing of a run that was never started")
    func unknownRun() throws {
        RunStory(schemes: try SchemeCatalogue()).when(.hear(report)).thenNothing()
    }

    @Test("go on to the evaluation once a yearly report was heard of")
    func evaluation() throws {
        try RunStory.certified().having(.hear(report)).when(.startEvaluation(on: Example.today)).then(
            RunStory.fact(.evaluationStarted(measurement: 1, on: Example.today)),
            RunStory.moved(5, 6, "Evaluatie", round: 2, because: "evaluatie-gestart")
        )
    }

    @Test("wait for the yearly report before the evaluation")
    func noReport() throws {
        let outcome = try RunStory.certified().when(.startEvaluation(on: Example.today))
        outcome.refused(gate: "jaarverslag")
        outcome.refused(saying: "step 5 (Uitvoering) cannot end: gate jaarverslag is closed")
    }

    @Test("ask for a new yearly report after each certificate")
    func reportOfEarlierRound() throws {
        try RunStory.certified().having(
            .hear(report),
            .startEvaluation(on: Example.today),
            .hear(Heard("evaluatie-vastgesteld", .measurement(1))),
            .hear(Heard("plan-van-aanpak-bijgesteld", .plan)),
            .hear(certificate(2))
        )
        .when(.startEvaluation(on: Example.today)).refused(gate: "jaarverslag")
    }

    @Test("note a yearly report once for each year")
    func reportTwice() throws {
        try RunStory.certified().when(.hear(report)).then(RunStory.fact(.annualReportNoted(year: 2025)))
            .when(RunStory.order(.hear(report))).thenNothing()
    }

    @Test("start the evaluation at step 5 only and not in the future")
    func wrongStep() throws {
        try RunStory.signed().when(.startEvaluation(on: Example.today)).refused(
            saying: "run gm1581-0001-t1 is at step 2 (Veiligheidsanalyse); the evaluation can only be started at "
                + "step 5 (Uitvoering)."
        )
        try RunStory.certified().when(.startEvaluation(on: Example.day("2026-03-03")))
            .refused(saying: "2026-03-03 lies after today")
    }

    @Test("end when the run is given up, and a certificate that still comes in moves nothing")
    func stop() throws {
        let story = try RunStory.signed()
        let stopped = RunStory.fact(.stopped(on: Example.today))
        story.when(.stop(reason: "geen draagvlak", on: Example.today)).then(stopped)
        story.when(.stop(reason: " ", on: Example.today)).refused(saying: "the reason for stopping")
        story.when(.stop(reason: "x", on: Example.day("2026-03-03"))).refused(saying: "lies after today")
        let over = story.having(.stop(reason: "x", on: Example.today))
        let orders: [RunCommand.Order] = [
            .join(Example.party(.other), on: Example.today), .leave(Example.id("politie-1"), on: Example.today),
            .sign(Example.agreement(), Example.workgroup), .startEvaluation(on: Example.today),
            .stop(reason: "x", on: Example.today),
        ]
        for order in orders { over.when(order).refused(with: .stopped(Example.run, on: Example.today)) }
        over.when(.hear(Heard("veiligheidsanalyse-vastgesteld", .measurement(0)))).thenNothing()
    }
}
