import AnalysisDomain
import Scheme
import TestSupport
import Testing

@Suite("Comparing a measurement with the one before")
struct EvaluationTests {
    @Test("the next measurement is compared by figure; a question with other wording is not")
    func evaluation() {
        let first = Example.complete(
            questionnaire: QuestionnaireID("kvo-w-1"),
            months: Example.months(through: "2022-11")
        )
        .having(Example.establish(tally: both(36, yes: 18)))
        let later = Example.complete(
            first.given(.heard(.evaluation(measurement: 1)), .heard(.phase(step: 6, round: 2)))
        )
        let outcome = later.when(Example.establish(tally: both(36, yes: 9)))
        guard case .evaluationEstablished(let ref, let evaluation)? = outcome.events.last else {
            Issue.record("nothing was compared: \(outcome.result)")
            return
        }
        #expect(ref.number == 1 && outcome.events.count == 2)
        #expect(
            evaluation.comparisons.map(\.after.id.text) == [
                "enquete.kent-kvo", "politie.0.0.0", "politie.0.0.0.per-100", "politie.2.5.1", "politie.2.5.1.per-100",
                "brandweer.gebouwbrand", "brandweer.gebouwbrand.per-100", "schouw.bevindingen", "schouw.open",
            ]
        )
        #expect(evaluation.comparisons.first?.before.value == 0.5)
        #expect(evaluation.comparisons.first?.after.value == 0.25)
        #expect(
            evaluation.comparisons.map { $0.changes.map(\.method) } == [
                [.newcombeDifference], [.rateRatio], [.rateRatio], [.rateRatio], [.rateRatio], [], [], [], [],
            ]
        )
        #expect(outcome.state.measurements[1]?.evaluation == evaluation)
    }

    @Test("questions of one theme are one family of tests; a question without a theme stays as it is")
    func families() throws {
        let guide = ProblemGuide(
            likelihoods: [],
            impacts: [:],
            entries: [
                made(FigureID("enquete.kent-kvo")): .init(theme: .crime, problems: []),
                made(FigureID("enquete.inbraak")): .init(theme: .crime, problems: []),
            ]
        )
        for (decider, family) in [(Example.decider(problems: guide), 2.0), (Example.decider, nil)] {
            let story = Example.story(decider: decider)
            let first = Example.complete(story, questionnaire: QuestionnaireID("kvo-w-1"), months: earlier)
                .having(Example.establish(tally: both(36, yes: 18)))
            let outcome = Example.complete(
                first.given(.heard(.evaluation(measurement: 1)), .heard(.phase(step: 6, round: 2))),
                questionnaire: QuestionnaireID("kvo-w-1")
            ).when(Example.establish(tally: both(36, yes: 9)))
            guard case .evaluationEstablished(_, let evaluation)? = outcome.events.last else {
                Issue.record("nothing was compared: \(outcome.result)")
                return
            }
            let changes = evaluation.comparisons.prefix(2).compactMap(\.changes.first)
            let raw = try #require(changes.first?.pValue)
            #expect(changes.count == 2 && changes.allSatisfy { $0.pValue == raw })
            #expect(changes.allSatisfy { $0.holm == family.map { min(1, $0 * raw) } })
            #expect(changes.allSatisfy { $0.benjaminiHochberg == family.map { _ in raw } })
        }
    }

    private var earlier: [CalendarMonth] { Example.months(through: "2022-11") }

    @Test("another number of establishments changes the rate and not the count")
    func rateChange() throws {
        let first = Example.complete(months: earlier).having(Example.establish())
        let grown = AreaChange(
            area: Example.area,
            before: nil,
            after: AreaFacts(establishments: 226, regions: [Example.centre])
        )
        let outcome = Example.complete(
            first.given(.heard(.area(grown)), .heard(.evaluation(measurement: 1)), .heard(.phase(step: 6, round: 2))),
            invited: 113
        ).when(Example.establish())
        guard case .evaluationEstablished(_, let evaluation)? = outcome.events.last else {
            Issue.record("nothing was compared: \(outcome.result)")
            return
        }
        func ratio(_ id: String) -> Double? {
            evaluation.comparisons.first { $0.after.id.text == id }?.changes.first?.estimate
        }
        #expect(ratio("politie.2.5.1") == 1 && ratio("politie.2.5.1.per-100").isClose(to: 0.5))
    }

    @Test("an evaluation without an earlier measurement ends its step all the same, with nothing to compare")
    func noEarlierMeasurement() {
        let outcome = Example.complete(Example.story(step: 6, round: 2)).when(Example.establish())
        #expect(
            outcome.events.last
                == .evaluationEstablished(
                    Example.ref(1),
                    Evaluation(on: Example.day("2023-12-20"), comparisons: [])
                )
        )
    }

    private func both(_ responses: Int, yes: Int) -> SurveyTally {
        SurveyTally(
            responses: responses,
            indicators: ["enquete.kent-kvo", "enquete.inbraak"].map {
                .init(id: made(FigureID($0)), yes: yes, valid: responses)
            }
        )
    }
}
