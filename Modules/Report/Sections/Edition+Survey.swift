import Contracts
import Scheme

extension Edition {
    /// The survey: response, changes as a forest plot, and a table for each theme.
    var surveySection: [Markup] {
        guard report.response != nil || !report.survey.isEmpty else { return [] }
        var content: [Markup] = [.tag("p", ["class": "decision"], text: responseSentence ?? "")]
        if let response = report.response {
            let enough = response.answers >= response.needed ? "respons.genoeg" : "respons.tekort"
            if response.needed > 0 {
                content.append(.tag("p", [:], text: texts(enough, ["nodig": .count(response.needed)])))
            }
            if let margin = response.margin, margin > 0, response.answers >= Self.percentageBase {
                content.append(
                    .tag("p", [:], text: texts("respons.marge", ["marge": .number(100 * margin, decimals: 1)]))
                )
            }
        }
        content.append(paragraphs(notes(about: nil, [.season, .unlinked])))
        // Questions of which the theme is not known come last.
        let themes = (SurveyTheme.allCases + [nil]).filter { theme in report.survey.contains { $0.theme == theme } }
        content += [changePlot].compactMap(\.self)
        for theme in themes {
            content += [.tag("h3", [:], text: name(of: theme)), table(of: theme)]
        }
        content.append(paragraphs(questionNotes, "caveat"))
        let caveats = notes(about: nil, [.responseCaveat, .responseComplete])
        content += [paragraphs(caveats, "caveat"), paragraphs(sources(.survey), "source")]
        return content
    }

    /// The notes on single questions, each with the question's name.
    private var questionNotes: [String] {
        report.survey.flatMap { question in
            notes(about: question.id).map { texts("noot.bij", ["naam": .text(question.name), "noot": .text($0)]) }
        }
    }

    private var changePlot: Markup? {
        let rows = report.survey.compactMap { question -> ForestPlot.Row? in
            guard let change = mainChange(question), let estimate = change.estimate else { return nil }
            let judged = words(question)
            return ForestPlot.Row(
                label: question.name,
                value: 100 * estimate,
                lower: change.lower.map { 100 * $0 },
                upper: change.upper.map { 100 * $0 },
                verdict: judged.verdict,
                word: texts("kort.\(judged.verdict.rawValue)")
            )
        }
        guard !rows.isEmpty, let name = beforeName else { return nil }
        let plot = ForestPlot(
            rows: rows,
            zero: 0,
            axis: texts("as.procentpunten", ["nu": .text(nowName), "toen": .text(name)]),
            write: { texts.write(.signed($0)) },
            legend: []
        )
        let better = rows.filter { $0.verdict == .better }.map(\.label)
        let worse = rows.filter { $0.verdict == .worse }.map(\.label)
        return Chart(
            id: "grafiek-enquete",
            title: texts("grafiek.enquete"),
            description: texts(
                "grafiek.enquete.beschrijving",
                [
                    "vragen": .count(rows.count), "beter": .text(listed(better)), "slechter": .text(listed(worse)),
                ]
            ),
            drawing: plot.drawing,
            least: 560
        ).figure
    }

    /// Names one after another, or the word for none.
    func listed(_ names: [String]) -> String {
        names.isEmpty ? texts("getal.geen") : names.joined(separator: "; ")
    }

    private func name(of theme: SurveyTheme?) -> String { texts("thema.\(theme?.rawValue ?? "overig")") }

    private func table(of theme: SurveyTheme?) -> Markup {
        let title = name(of: theme)
        var columns = [texts("kolom.vraag"), nowName, texts("kolom.marge")]
        if let beforeName { columns += [beforeName, texts("kolom.verschil"), texts("kolom.oordeel")] }
        var table = DataTable(
            caption: texts("tabel.enquete", ["thema": .text(title)]),
            columns: columns
        )
        for question in report.survey where question.theme == theme {
            var row: [DataTable.Cell] = [.dutch(question.name), .text(short(question.now)), .text(range(question.now))]
            if beforeName != nil {
                let judged = words(question)
                let change = mainChange(question).flatMap(difference)
                row += [
                    .text(question.before.map(short) ?? texts("getal.geen")),
                    .text(change ?? texts("getal.geen")), .verdict(judged.verdict, judged.words),
                ]
            }
            table.rows.append(row)
        }
        return table.markup(texts)
    }

    /// 9 van 27 (33 %), without the percentage below ten answers.
    private func short(_ share: ReportedShare) -> String {
        let count: [String: Fill] = ["x": .count(share.yes), "n": .count(share.valid)]
        guard share.valid >= Self.percentageBase, let value = share.value else {
            return texts("aandeel.kort.klein", count)
        }
        return texts("aandeel.kort", count.merging(["pct": .percent(value)]) { $1 })
    }

    private func range(_ share: ReportedShare) -> String {
        guard share.valid >= Self.percentageBase, let lower = share.lower, let upper = share.upper else {
            return texts("getal.geen")
        }
        return span(texts.percent(lower), texts.percent(upper))
    }
}
