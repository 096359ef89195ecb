import AnalysisDomain
import Scheme
import TestSupport
import Testing

@Suite("Step of the run")
struct StepTests {
    /// One command of every kind.
    static let commands: [MeasurementCommand] = [
        .openSurvey(nil, invited: nil, on: Example.today),
        .receiveResponses(ResponseReceipt(count: 1, digest: "d")),
        .closeSurvey(on: Example.today),
        .holdInspections([Example.inspection()]),
        .deliverPolice(Example.policeFigures()),
        .deliverFire(Example.fireFigures()),
        .establish(on: Example.today, discussedOn: nil, bottlenecks: [], tally: nil),
    ]

    @Test("every command is refused outside the measuring steps", arguments: commands, [1, 3, 4, 5, 7, 8])
    func wrongStep(command: MeasurementCommand, step: Int) throws {
        let refusal = try #require(Example.story(step: step).when(Example.measure(command)).refusal)
        #expect(refusal.description.hasPrefix("run gm1581-0001-t1 is at step \(step) ("))
        #expect(refusal.description.hasSuffix("at step 2 (Veiligheidsanalyse) or step 6 (Evaluatie)."))
    }

    @Test("a run that was not heard of, was stopped or has an unknown scheme is refused", arguments: commands)
    func unusable(command: MeasurementCommand) {
        Scenario(Example.decider).when(Example.measure(command)).refused(with: .unknownRun(Example.run))
        Example.story().given(.heard(.stopped(on: Example.today))).when(Example.measure(command))
            .refused(with: .stopped(Example.run, on: Example.today))
        Scenario(Example.decider)
            .given(.heard(.run(Example.analysed(scheme: "kvo-9"))), .heard(.phase(step: 2, round: 1)))
            .when(Example.measure(command)).refused(saying: "install that scheme file")
    }

    @Test("the measurement is the one that was announced, or the one before the round")
    func number() {
        func number(_ story: Scenario<AnalysisDecider>) -> Int? {
            story.having(Example.open).state.measurements.keys.first
        }
        #expect(number(Example.story(step: 2, round: 1)) == 0)
        #expect(number(Example.story(step: 6, round: 2)) == 1)
        #expect(number(Example.story(step: 6, round: 4)) == 3)
        #expect(number(Example.story(step: 6, round: 2).given(.heard(.evaluation(measurement: 5)))) == 5)
    }
}
