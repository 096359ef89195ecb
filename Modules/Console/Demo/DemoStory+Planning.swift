import Contracts
import Scheme

/// Steps 3, 5 and 7: the plan, its execution and its adjustment.
extension DemoStory {
    static let plan = [
        DemoChapter(day: "2024-02-20") { area, _ in
            [.wrongTurn("a plan that leaves problems open", adoption(area, on: "2024-02-20"))]
                + drafts(area, by: "2025-12-31", deadline: "2024-12-31")
                + [.carryOut(adoption(area, on: "2024-02-20"))]
        }
    ]

    static func drafts(_ area: DemoArea, by: String, deadline: String) -> [DemoAction] {
        area.problems.enumerated().flatMap { index, problem -> [DemoAction] in
            let (objective, measure) = (id("D\(index + 1)"), id("M\(index + 1)"))
            return [
                .carryOut(
                    SetObjective(
                        run: area.run,
                        objective: objective,
                        title: problem.objective,
                        bottleneck: id(problem.bottleneck),
                        indicator: problem.indicator,
                        target: problem.target,
                        by: date(by)
                    )
                ),
                .carryOut(
                    ProposeMeasure(
                        run: area.run,
                        measure: measure,
                        title: problem.measure,
                        objectives: [objective],
                        owner: DemoArea.organisation(problem.owner),
                        deadline: date(deadline),
                        costEuro: 2500
                    )
                ),
                .carryOut(
                    AddActivity(
                        run: area.run,
                        measure: measure,
                        activity: id("A\(index + 1)"),
                        title: "Startbijeenkomst",
                        owner: DemoArea.organisation(problem.owner),
                        on: date(deadline).adding(months: -6)
                    )
                ),
            ]
        }
    }

    static func adoption(_ area: DemoArea, on day: String) -> AdoptPlan {
        AdoptPlan(run: area.run, agreedBy: area.organisations, on: date(day))
    }

    static let execution = [
        DemoChapter(day: "2024-05-13") { area, _ in
            [
                .wrongTurn(
                    "measuring again before the jaarverslag",
                    StartEvaluation(run: area.run, on: date("2024-05-13"))
                )
            ]
                + area.problems.indices.map { index in
                    .carryOut(StartMeasure(run: area.run, measure: id("M\(index + 1)"), on: date("2024-05-13")))
                }
        },
        DemoChapter(day: "2024-11-18") { area, _ in
            [
                .carryOut(CompleteMeasure(run: area.run, measure: id("M1"), on: date("2024-11-18"), proof: nil)),
                .carryOut(
                    ReportProgress(run: area.run, measure: id("M2"), percent: 60, on: date("2024-11-18"), note: nil)
                ),
            ]
        },
        DemoChapter(day: "2025-01-20") { area, _ in
            [
                .carryOut(EstablishAnnualReport(run: area.run, year: 2024, meetings: 4, on: date("2025-01-20"))),
                .carryOut(CompleteMeasure(run: area.run, measure: id("M2"), on: date("2025-01-20"), proof: nil)),
            ]
        },
        DemoChapter(day: "2025-09-15") { area, _ in
            [.carryOut(StartEvaluation(run: area.run, on: date("2025-09-15")))]
        },
    ]

    static let adjustment = [
        DemoChapter(day: "2026-02-10") { area, _ in
            [
                .wrongTurn(
                    "a hercertificering before the plan is adjusted",
                    RequestAudit(run: area.run, by: area.organisations[0], on: date("2026-02-10"))
                ),
                .wrongTurn("a plan that rests on finished measures", adoption(area, on: "2026-02-10")),
            ]
                + area.problems.enumerated().flatMap { continuation(area, $0, $1) }
                + [.carryOut(adoption(area, on: "2026-02-10"))]
        }
    ]

    /// What goes on for a problem in the second round: a later date, and a further measure.
    private static func continuation(
        _ area: DemoArea,
        _ index: Int,
        _ problem: DemoArea.Problem
    ) -> [DemoAction] {
        let objective = id("D\(index + 1)")
        return [
            .carryOut(
                SetObjective(
                    run: area.run,
                    objective: objective,
                    title: problem.objective,
                    bottleneck: id(problem.bottleneck),
                    indicator: problem.indicator,
                    target: problem.target,
                    by: date("2027-12-31")
                )
            ),
            .carryOut(
                ProposeMeasure(
                    run: area.run,
                    measure: id("M\(area.problems.count + index + 1)"),
                    title: "Vervolg: \(problem.measure)",
                    objectives: [objective],
                    owner: DemoArea.organisation(problem.owner),
                    deadline: date("2027-06-30"),
                    costEuro: 1500
                )
            ),
        ]
    }
}
