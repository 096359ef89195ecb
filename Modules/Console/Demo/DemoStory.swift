import Contracts
import Scheme

/// The story of the demonstration as data: who does what on which day.
enum DemoStory {
    /// The day on which the clocks are set at the start.
    static let firstDay = "2023-09-01"

    static let chapters =
        cooperation + analysis(0) + plan + certification + execution + analysis(1) + adjustment
        + recertification

    static func date(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("\(text) is a day of the story") }
        return date
    }

    static func id(_ text: String) -> LocalID {
        guard let id = LocalID(text) else { preconditionFailure("\(text) is a code of the story") }
        return id
    }

    /// The certification body of the story; no party to any run.
    static let reviewer = DemoArea.organisation("voorbeeld-certificatie")

    private static let cooperation = [
        DemoChapter(day: firstDay) { area, files in
            [
                .carryOut(
                    RegisterArea(
                        area: area.id,
                        kind: area.kind,
                        development: .existing,
                        name: area.name,
                        municipality: DemoArea.municipality,
                        regions: [area.region],
                        divisionYear: 2023,
                        establishments: try files.read("vestigingen.csv")
                    )
                ),
                .carryOut(StartRun(area: area.id, scheme: nil)),
                .wrongTurn("signing before anyone takes part", agreement(area, on: firstDay)),
            ]
                + area.parties.map { party in
                    .carryOut(
                        JoinParty(
                            run: area.run,
                            organisation: party.id,
                            kind: party.kind,
                            name: party.name,
                            on: date(firstDay)
                        )
                    )
                }
        },
        DemoChapter(day: "2023-09-15") { area, _ in
            [
                .wrongTurn("opening the survey at step 1", survey(area, on: "2023-09-15")),
                .carryOut(agreement(area, on: "2023-09-15")),
            ]
        },
    ]

    private static func agreement(_ area: DemoArea, on day: String) -> SignAgreement {
        SignAgreement(
            run: area.run,
            on: date(day),
            signatories: area.parties.map { Signatory(organisation: $0.id, function: $0.function) },
            meetingsPerYear: 4,
            chair: area.organisations[0],
            members: area.organisations
        )
    }

    private static func survey(_ area: DemoArea, on day: String) -> OpenSurvey {
        OpenSurvey(run: area.run, questionnaire: nil, invited: nil, on: date(day))
    }

    /// The days and files of the two measurements.
    private static let measurements = [
        (
            opened: "2023-09-18", closed: "2023-11-01", delivered: "2024-01-10", established: "2024-01-25",
            figures: "2022-12-2023-11"
        ),
        (
            opened: "2025-09-18", closed: "2025-11-03", delivered: "2026-01-12", established: "2026-01-26",
            figures: "2024-12-2025-11"
        ),
    ]

    private static func analysis(_ number: Int) -> [DemoChapter] {
        let days = measurements[number]
        return [
            DemoChapter(day: days.opened) { area, _ in [.carryOut(survey(area, on: days.opened))] },
            DemoChapter(day: days.closed) { area, files in
                let answers = try files.read("enquete-\(number)-meting.csv")
                return [
                    .carryOut(ImportResponses(run: area.run, file: answers)),
                    .wrongTurn("the same answers again", ImportResponses(run: area.run, file: answers)),
                    .carryOut(CloseSurvey(run: area.run, on: date(days.closed))),
                ]
            },
            DemoChapter(day: days.delivered) { area, files in
                [
                    .carryOut(
                        ImportInspection(
                            run: area.run,
                            file: try files.read("schouw-\(number)-meting.csv"),
                            participants: area.organisations
                        )
                    ),
                    .carryOut(
                        DeliverPoliceFigures(
                            run: area.run,
                            file: try files.read("politiecijfers-\(days.figures).csv"),
                            source: number == 0
                                ? "Politie / CBS, data.politie.nl, tabel 47022NED"
                                : "voorbeelddata in de vorm van tabel 47022NED",
                            selectRegions: false
                        )
                    ),
                    .wrongTurn("an analysis without the brandweercijfers", establish(area, on: days.delivered)),
                    .carryOut(
                        DeliverFireFigures(
                            run: area.run,
                            file: try files.read("brandweercijfers-\(number)-meting.csv"),
                            source: "voorbeelddata, Veiligheidsregio Utrecht"
                        )
                    ),
                ]
            },
            DemoChapter(day: days.established) { area, _ in [.carryOut(establish(area, on: days.established))] },
        ]
    }

    private static func establish(_ area: DemoArea, on day: String) -> EstablishAnalysis {
        EstablishAnalysis(
            run: area.run,
            on: date(day),
            discussedOn: date(day).adding(days: -7),
            bottlenecks: area.problems.map { problem in
                Bottleneck(id: id(problem.bottleneck), title: problem.title, indicator: problem.indicator, value: nil)
            }
        )
    }

    private static let plan = [
        DemoChapter(day: "2024-02-20") { area, _ in
            [.wrongTurn("a plan that leaves problems open", adoption(area, on: "2024-02-20"))]
                + drafts(area, by: "2025-12-31", deadline: "2024-12-31")
                + [.carryOut(adoption(area, on: "2024-02-20"))]
        }
    ]

    private static func drafts(_ area: DemoArea, by: String, deadline: String) -> [DemoAction] {
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

    private static func adoption(_ area: DemoArea, on day: String) -> AdoptPlan {
        AdoptPlan(run: area.run, agreedBy: area.organisations, on: date(day))
    }

    private static let certification = [
        DemoChapter(day: "2024-03-01") { area, _ in
            [
                .carryOut(RequestAudit(run: area.run, by: area.organisations[0], on: date("2024-03-01"))),
                .wrongTurn(
                    "a reviewer who is a party",
                    PlanAudit(run: area.run, reviewer: area.organisations[1], on: date("2024-03-20"))
                ),
                .carryOut(PlanAudit(run: area.run, reviewer: reviewer, on: date("2024-03-20"))),
            ]
        },
        DemoChapter(day: "2024-03-20") { area, _ in
            [
                .wrongTurn("a certificate before the review is complete", decision(area, on: "2024-03-20")),
                .carryOut(
                    RecordNonconformity(run: area.run, nonconformity: id("T1"), class: "klein", on: date("2024-03-20"))
                ),
                .carryOut(review(area, on: "2024-03-20")),
                .wrongTurn("a certificate with an open tekortkoming", decision(area, on: "2024-03-20")),
            ]
        },
        DemoChapter(day: "2024-04-02") { area, _ in
            [
                .carryOut(ResolveNonconformity(run: area.run, nonconformity: id("T1"), on: date("2024-04-02"))),
                .carryOut(decision(area, on: "2024-04-02")),
            ]
        },
    ]

    private static func review(_ area: DemoArea, on day: String) -> CompleteAudit {
        CompleteAudit(
            run: area.run,
            on: date(day),
            siteVisit: true,
            documentStudy: true,
            interviewsEntrepreneurs: true,
            interviewsGovernment: true,
            positive: true
        )
    }

    private static func decision(_ area: DemoArea, on day: String) -> Decide {
        Decide(run: area.run, grant: true, reasons: "Voldoet aan de criteria.", on: date(day))
    }

    private static let execution = [
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

    private static let adjustment = [
        DemoChapter(day: "2026-02-10") { area, _ in
            [
                .wrongTurn(
                    "a hercertificering before the plan is adjusted",
                    RequestAudit(run: area.run, by: area.organisations[0], on: date("2026-02-10"))
                ),
                .carryOut(
                    SetObjective(
                        run: area.run,
                        objective: id("D1"),
                        title: area.problems[0].objective,
                        bottleneck: id(area.problems[0].bottleneck),
                        indicator: area.problems[0].indicator,
                        target: area.problems[0].target,
                        by: date("2027-12-31")
                    )
                ),
                .carryOut(
                    ProposeMeasure(
                        run: area.run,
                        measure: id("M3"),
                        title: "Vervolg: \(area.problems[0].measure)",
                        objectives: [id("D1")],
                        owner: DemoArea.organisation(area.problems[0].owner),
                        deadline: date("2027-06-30"),
                        costEuro: 1500
                    )
                ),
                .carryOut(adoption(area, on: "2026-02-10")),
            ]
        }
    ]

    private static let recertification = [
        DemoChapter(day: "2026-02-20") { area, _ in
            [
                .carryOut(RequestAudit(run: area.run, by: area.organisations[0], on: date("2026-02-20"))),
                .carryOut(PlanAudit(run: area.run, reviewer: reviewer, on: date("2026-03-10"))),
            ]
        },
        DemoChapter(day: "2026-03-25") { area, _ in
            [
                .carryOut(review(area, on: "2026-03-10")),
                .carryOut(decision(area, on: "2026-03-25")),
            ]
        },
    ]
}
