import Contracts
import Scheme

/// Steps 2 and 6: the two measurements.
extension DemoStory {
    /// The days and files of the two measurements.
    static let measurements = [
        (
            opened: "2023-09-18", closed: "2023-11-01", delivered: "2024-01-10", established: "2024-01-25",
            figures: "2022-12-2023-11"
        ),
        (
            opened: "2025-09-18", closed: "2025-11-03", delivered: "2026-01-12", established: "2026-01-26",
            figures: "2024-12-2025-11"
        ),
    ]

    static func analysis(_ number: Int) -> [DemoChapter] {
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

    static func establish(_ area: DemoArea, on day: String) -> EstablishAnalysis {
        EstablishAnalysis(
            run: area.run,
            on: date(day),
            discussedOn: date(day).adding(days: -7),
            bottlenecks: area.problems.map { problem in
                Bottleneck(id: id(problem.bottleneck), title: problem.title, indicator: problem.indicator, value: nil)
            }
        )
    }
}
