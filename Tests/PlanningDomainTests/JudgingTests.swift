import EventSourcing
import PlanningDomain
import Scheme
import TestSupport
import Testing

@Suite("Judging objectives by an evaluation")
struct JudgingTests {
    private func objective(base: Double?, target: Double) -> Objective {
        Plan.objective(Plan.order("D1", for: "K1", target: target), base: base)
    }

    private func figure(
        _ value: Double?,
        _ lower: Double?,
        _ upper: Double?,
        isShare: Bool = true,
        id: String = "B1"
    ) -> EvaluatedFigure {
        EvaluatedFigure(id: id, isShare: isShare, value: value, lower: lower, upper: upper)
    }

    @Test(
        "a goal is shown with the whole interval, on course with the figure, and otherwise not shown",
        arguments: [
            // 44 % of 36 answers, 32 to 58 %, came down towards 40 % or less; the target itself is reached.
            (0.53, 0.4, 0.444, 0.318, 0.578, GoalGrade.notShown), (0.53, 0.4, 0.361, 0.247, 0.493, .onCourse),
            (0.53, 0.4, 0.25, 0.162, 0.365, .shown), (0.53, 0.4, 0.3, 0.2, 0.4, .shown),
            (0.53, 0.4, 0.4, 0.3, 0.5, .onCourse),
            // Upwards to 80 % or more.
            (0.53, 0.8, 0.7, 0.6, 0.9, .notShown), (0.53, 0.8, 0.85, 0.75, 0.95, .onCourse),
            (0.53, 0.8, 0.9, 0.8, 0.95, .shown),
        ]
    )
    func grades(base: Double, target: Double, value: Double, lower: Double, upper: Double, expected: GoalGrade) {
        #expect(objective(base: base, target: target).grade(by: figure(value, lower, upper)) == expected)
    }

    @Test("what was counted in full has no interval, so that the number decides")
    func counted() {
        let objective = objective(base: 9, target: 3)
        #expect(objective.grade(by: figure(3, nil, nil, isShare: false)) == .shown)
        #expect(objective.grade(by: figure(4, nil, nil, isShare: false)) == .notShown)
    }

    @Test("without a figure, or without its value, there are no data")
    func noData() {
        #expect(objective(base: 0.5, target: 0.4).grade(by: nil) == .noData)
        #expect(objective(base: 0.5, target: 0.4).grade(by: figure(nil, nil, nil)) == .noData)
    }

    @Test("to keep a number is to have no more of it; to keep a share tells no direction")
    func keeping() {
        for base in [0, nil] as [Double?] {
            let keep = objective(base: base, target: 0)
            #expect(keep.grade(by: figure(0, 0, 3.7, isShare: false)) == .onCourse)
            #expect(keep.grade(by: figure(1, 0.03, 5.6, isShare: false)) == .notShown)
            #expect(keep.grade(by: figure(0, 0, 0.1)) == .noData)
        }
    }

    private func evaluation(_ measurement: Int = 1, _ figures: EvaluatedFigure...) -> HeardFact {
        .evaluationEstablished(measurement: measurement, on: Plan.day("2028-02-01"), figures: figures)
    }

    private func judged(
        _ grade: GoalGrade,
        _ order: ObjectiveOrder,
        base: Double,
        _ figure: EvaluatedFigure?
    ) -> PlanEvent {
        .objectiveJudged(
            Plan.scope,
            ObjectiveJudgement(
                objective: Plan.objective(order, base: base),
                measurement: 1,
                on: Plan.day("2028-02-01"),
                value: figure?.value,
                lower: figure?.lower,
                upper: figure?.upper,
                grade: grade
            )
        )
    }

    private let d1 = Plan.order("D1", for: "K1")
    private let d2 = Plan.order("D2", for: "K2", indicator: "inbraak", target: 10)

    @Test("an evaluation judges each objective of the plan in force, once")
    func evaluated() throws {
        let share = figure(0.85, 0.75, 0.95)
        let fact = evaluation(1, share)
        let outcome = try Plan.executing().when(.hear(fact))
        let end = outcome.then(
            .heard(fact),
            judged(.onCourse, d1, base: 0.53, share),
            judged(.noData, d2, base: 21, nil)
        )
        #expect(end.state.judgements.map(\.grade) == [.onCourse, .noData])
        end.when(.hear(fact)).thenNothing()
    }

    @Test("what is being drafted does not change what is judged, and the next evaluation replaces the judgements")
    func inForce() throws {
        let draft = try Plan.executing().given(
            Plan.phase(6, round: 2),
            .heard(.analysisEstablished(Plan.next)),
            Plan.phase(7, round: 2)
        ).having(
            .setObjective(Plan.order("D1", for: "K1", target: 0.6, by: "2030-01-01"), today: Plan.later)
        )
        let count = figure(9, 4.1, 17.1, isShare: false, id: "inbraak")
        let first = draft.when(.hear(evaluation(1, count)))
        #expect(
            first.events.dropFirst() == [judged(.noData, d1, base: 0.53, nil), judged(.onCourse, d2, base: 21, count)]
        )
        let second = first.after.when(.hear(evaluation(2, figure(9, 4.1, 9.9, isShare: false, id: "inbraak"))))
        #expect(second.state.judgements.map(\.grade) == [.noData, .shown])
        #expect(second.state.judgements.map(\.measurement) == [2, 2])
    }

    @Test("without a plan in force, without a day, or before the run was heard of nothing is judged")
    func nothingToJudge() throws {
        let fact = evaluation(1, figure(0.85, 0.75, 0.95))
        try Plan.complete().when(.hear(fact)).then(.heard(fact))
        Scenario(try Plan.decider()).when(.hear(fact)).then(.heard(fact))
        let old = HeardFact.evaluationEstablished(measurement: 1)
        try Plan.executing().when(.hear(old)).then(.heard(old))
    }
}
