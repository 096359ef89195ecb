import Contracts
import Scheme

extension Edition {
    /// The problems by risk, and the measures of the catalogue for each.
    var problemSection: [Markup] {
        guard !report.problems.isEmpty else { return [] }
        var content: [Markup] = [.tag("p", [:], text: texts("knelpunt.uitleg"))]
        let items = report.problems.compactMap { problem -> RiskQuadrant.Item? in
            guard let likelihood = problem.likelihood, let impact = problem.impact else { return nil }
            return RiskQuadrant.Item(label: problem.bottleneck.text, likelihood: likelihood, impact: impact)
        }
        if !items.isEmpty { content.append(quadrant(items)) }
        content.append(problemTable)
        for problem in report.problems where !problem.measures.isEmpty {
            content += [
                .tag("h3", [:], [.text("\(problem.bottleneck): "), texts.dutch(problem.title)]),
                measures(for: problem),
            ]
        }
        return content + [paragraphs([texts("maatregel.voorbehoud")], "caveat")]
    }

    private func quadrant(_ items: [RiskQuadrant.Item]) -> Markup {
        let picture = RiskQuadrant(
            items: items,
            axes: (texts("as.kans"), texts("as.ernst")),
            classes: (1...5).map { texts("kans.\($0)") }
        )
        return Chart(
            id: "grafiek-knelpunten",
            title: texts("grafiek.knelpunten"),
            description: texts(
                "grafiek.knelpunten.beschrijving",
                ["knelpunten": .text(report.problems.map { "\($0.bottleneck): \($0.title)" }.joined(separator: "; "))]
            ),
            drawing: picture.drawing,
            least: 480
        ).figure
    }

    private var problemTable: Markup {
        var table = DataTable(
            caption: texts("tabel.knelpunten"),
            columns: ["plaats-in-rij", "knelpunt", "kans", "kans.marge", "ernst"].map { texts("kolom.\($0)") },
            numeric: [0]
        )
        for problem in report.problems {
            let none = texts("getal.geen")
            var (likelihood, range) = (none, none)
            if let risk = problem.likelihood {
                likelihood = texts(
                    "kans.klasse",
                    ["klasse": .count(risk.value), "kans": .text(texts("kans.\(risk.value)"))]
                )
                range = texts(
                    risk.lowest == risk.highest ? "kans.zeker" : "kans.marge",
                    ["laag": .count(risk.lowest), "hoog": .count(risk.highest)]
                )
            }
            table.rows.append([
                .text(String(problem.rank)), .dutch("\(problem.bottleneck): \(problem.title)"), .text(likelihood),
                .text(range), .text(problem.impact.map { texts("ernst.\($0)") } ?? none),
            ])
        }
        return table.markup(texts)
    }

    private func measures(for problem: ReportedProblem) -> Markup {
        var table = DataTable(
            caption: texts("tabel.maatregelen", ["knelpunt": .text(problem.bottleneck.text)]),
            columns: ["maatregel", "bewijs", "werking", "bron"].map { texts("kolom.\($0)") }
        )
        for measure in problem.measures {
            let source =
                measure.sourceStatus == .abstract
                ? measure.source : texts("maatregel.nagaan", ["bron": .text(measure.source)])
            let mechanism = measure.mechanism.hasSuffix(".") ? measure.mechanism : measure.mechanism + "."
            table.rows.append([
                .dutch("\(measure.id): \(measure.name)"), .text(texts("bewijs.\(measure.grade.rawValue)")),
                .dutch([mechanism, measure.note].compactMap(\.self).joined(separator: " ")), .text(source),
            ])
        }
        return table.markup(texts)
    }
}
