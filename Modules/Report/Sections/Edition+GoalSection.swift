import Contracts
import Scheme

extension Edition {
    /// The goals: a forest plot, a table behind it, and what is to be said of each.
    var goalSection: [Markup] {
        guard !input.judgements.isEmpty else {
            let objectives = input.plan?.objectives ?? []
            guard !objectives.isEmpty, report.earlier == nil else { return [] }
            return [.tag("p", [:], text: texts("doel.nogniet"))]
        }
        let shares = input.judgements.filter { $0.objective.indicator.hasPrefix("enquete.") }
        let counts = input.judgements.filter { !$0.objective.indicator.hasPrefix("enquete.") }
        return [.tag("p", [:], text: texts("doel.uitleg"))]
            + [plot(of: shares, "aandelen", isShare: true), plot(of: counts, "aantallen", isShare: false)]
            .compactMap(\.self) + [goalTable] + input.judgements.map(article)
    }

    private func plot(of judgements: [ObjectiveJudgement], _ id: String, isShare: Bool) -> Markup? {
        let factor = isShare ? 100.0 : 1
        let rows = judgements.compactMap { judgement -> ForestPlot.Row? in
            // A share of fewer than ten answers is not shown as a percentage, in a picture neither.
            let question = report.survey.first { $0.id == judgement.objective.indicator }
            if let question, question.now.valid < Self.percentageBase { return nil }
            return judgement.value.map { value in
                ForestPlot.Row(
                    label: "\(judgement.objective.id): \(judgement.objective.title)",
                    value: value * factor,
                    lower: judgement.lower.map { $0 * factor },
                    upper: judgement.upper.map { $0 * factor },
                    base: judgement.objective.base.map { $0 * factor },
                    target: judgement.objective.target * factor,
                    verdict: Verdict(judgement.grade),
                    word: words(judgement.grade)
                )
            }
        }
        guard !rows.isEmpty else { return nil }
        let plot = ForestPlot(
            rows: rows,
            axis: texts(isShare ? "as.bedrijven" : "as.aantal"),
            span: isShare ? [0, 100] : [0],
            write: { texts.write(.number($0, decimals: $0 == $0.rounded() ? 0 : 1)) },
            legend: [
                (.value, texts("legenda.nu", ["meting": .text(nowName)])), (.base, texts("legenda.begin")),
                (.target, texts("legenda.doel")),
            ]
        )
        let chart = Chart(
            id: "grafiek-doelen-\(id)",
            title: texts("grafiek.doelen.\(id)"),
            description: texts("grafiek.doelen.beschrijving") + " "
                + judgements.map(sentence).joined(separator: " "),
            drawing: plot.drawing,
            least: 560
        )
        return chart.figure
    }

    private var goalTable: Markup {
        var table = DataTable(
            caption: texts("tabel.doelen"),
            columns: ["doel", "begin", "streef", "nu", "marge", "oordeel"].map { texts("kolom.\($0)") },
            numeric: [1, 2, 3, 4]
        )
        for judgement in input.judgements {
            let objective = judgement.objective
            let few = report.survey.first { $0.id == objective.indicator }.map { $0.now.valid < Self.percentageBase }
            let none = texts("getal.geen")
            var range = none
            if few != true, let lower = judgement.lower, let upper = judgement.upper {
                range = span(amount(lower, of: objective.indicator), amount(upper, of: objective.indicator))
            }
            table.rows.append([
                .dutch("\(objective.id): \(objective.title)"),
                .text(objective.base.map { amount($0, of: objective.indicator) } ?? none),
                .text(amount(objective.target, of: objective.indicator)),
                .text(
                    few == true
                        ? found(judgement) ?? none
                        : judgement.value.map { amount($0, of: objective.indicator) } ?? none
                ), .text(range), .verdict(Verdict(judgement.grade), words(judgement.grade)),
            ])
        }
        return table.markup(texts)
    }

    /// A range: 19 % tot 51 %.
    func span(_ lower: String, _ upper: String) -> String {
        texts("getal.tussen", ["laag": .text(lower), "hoog": .text(upper)])
    }

    private func article(_ judgement: ObjectiveJudgement) -> Markup {
        let objective = judgement.objective
        var content: [Markup] = [
            .tag("h3", [:], [.text("\(objective.id): "), texts.dutch(objective.title)]),
            .tag("p", ["class": "decision"], [Verdict(judgement.grade).markup(words(judgement.grade))]),
            .tag("p", [:], text: texts("doel.\(judgement.grade.rawValue).uitleg")),
            .tag("p", [:], text: texts("doel.zin.streef", ["streef": .text(aim(judgement))])),
        ]
        if let question = report.survey.first(where: { $0.id == objective.indicator }) {
            content += [paragraphs(sentences(on: question)), caveats(of: question)]
        } else if let crime = report.crimes.first(where: { $0.id == objective.indicator }) {
            content += [decision(crime), paragraphs(sentences(on: crime)), crimeSource]
        } else if let found = found(judgement) {
            content.append(.tag("p", [:], text: texts("doel.zin.gevonden", ["gevonden": .text(found)])))
        }
        return .tag("article", [:], content)
    }

    /// What must stand under every result of the survey, and where it comes from.
    private func caveats(of question: ReportedQuestion) -> Markup {
        .group([
            question.now.valid == question.now.population
                ? .none : paragraphs([texts("respons.voorbehoud")], "caveat"),
            paragraphs(sources(.survey), "source"),
        ])
    }
}
