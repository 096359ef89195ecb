import Contracts
import Scheme

/// Steps 4 and 8: the reviews and the certificates.
extension DemoStory {
    static let certification = [
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

    static func review(_ area: DemoArea, on day: String) -> CompleteAudit {
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

    static func decision(_ area: DemoArea, on day: String) -> Decide {
        Decide(run: area.run, grant: true, reasons: "Voldoet aan de criteria.", on: date(day))
    }

    static let recertification = [
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
