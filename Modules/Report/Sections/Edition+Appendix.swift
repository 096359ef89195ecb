import Contracts
import Scheme

extension Edition {
    /// For auditors: methods, tests, inputs with their hashes, and the software's version.
    var appendixSection: [Markup] {
        var content: [Markup] = [.tag("p", [:], text: texts("bijlage.uitleg", ["versie": .text(input.software)]))]
        let questions = report.survey.filter { !$0.changes.isEmpty }
        if !questions.isEmpty {
            content += [.tag("h3", [:], text: texts("kop.bijlage.enquete")), tests(of: questions)]
        }
        let crimes = report.crimes.filter { !$0.changes.isEmpty && $0.size > 0 }
        if !crimes.isEmpty {
            content += [.tag("h3", [:], text: texts("kop.bijlage.misdrijven")), tests(of: crimes)]
        }
        let used = Set((questions.flatMap(\.changes) + crimes.flatMap(\.changes)).map(\.method))
        let methods = ChangeMethod.allCases.filter(used.contains).map { "methode.\($0.rawValue)" } + Self.always
        content += [
            .tag("h3", [:], text: texts("kop.bijlage.methoden")),
            .tag("ul", [:], methods.map { .tag("li", [:], text: texts($0)) }),
        ]
        if !report.provenance.isEmpty {
            content += [.tag("h3", [:], text: texts("kop.bijlage.bronnen")), provenance]
        }
        return content
    }

    private static let always = [
        "methode.wilson", "methode.garwood", "methode.detectable", "methode.holm", "methode.oordeel", "methode.funnel",
    ]

    private func tests(of questions: [ReportedQuestion]) -> Markup {
        var table = DataTable(
            caption: texts("tabel.toetsen.enquete"),
            columns: ["vraag", "methode", "schatting", "marge", "p", "holm", "bh", "bedrijven"].map {
                texts("kolom.\($0)")
            },
            numeric: [2, 3, 4, 5, 6]
        )
        for question in questions {
            for change in question.changes {
                table.rows.append([
                    .dutch(question.name), .text(name(of: change)), .text(decimal(change.estimate)),
                    .name(limits(change)), .text(chance(change.pValue)), .text(chance(change.holm)),
                    .text(chance(change.benjaminiHochberg)), .text(firms(change)),
                ])
            }
        }
        return table.markup(texts)
    }

    private func tests(of crimes: [ReportedCrime]) -> Markup {
        var table = DataTable(
            caption: texts("tabel.toetsen.misdrijven"),
            columns: ["misdrijf", "methode", "schatting", "marge", "p", "spreiding"].map { texts("kolom.\($0)") },
            numeric: [2, 3, 4, 5]
        )
        for crime in crimes {
            let named = crime.changes.map { (name(of: $0), $0) }
            // With as many establishments as before it would only say the same again.
            let isOther = report.earlier?.establishments != report.establishments
            let rate = isOther ? crime.rateChange.map { (texts("methode.per-vestiging.kort"), $0) } : nil
            for (method, change) in named + [rate].compactMap(\.self) {
                table.rows.append([
                    .dutch(crime.name), .text(method), .text(decimal(change.estimate)),
                    .name(limits(change)), .text(chance(change.pValue)), .text(decimal(change.dispersion)),
                ])
            }
        }
        return table.markup(texts)
    }

    private var provenance: Markup {
        var table = DataTable(
            caption: texts("tabel.bronnen"),
            columns: ["bron", "meting", "periode", "geleverd", "sha256"].map { texts("kolom.\($0)") }
        )
        for source in report.provenance {
            table.rows.append([
                .dutch("\(source.source.name): \(source.name)"), .name(measurement(source.measurement)),
                .text(span(texts.write(.day(source.from)), texts.write(.day(source.through)))),
                .name(source.deliveredOn.map { texts.write(.day($0)) } ?? texts("getal.geen")),
                .text(source.sha256.map(Self.broken) ?? texts("getal.geen")),
            ])
        }
        return table.markup(texts)
    }

    /// A hash in groups of eight, so that it breaks between lines.
    private static func broken(_ hash: String) -> String {
        var groups: [Substring] = []
        var rest = hash[...]
        while !rest.isEmpty {
            groups.append(rest.prefix(8))
            rest = rest.dropFirst(8)
        }
        return groups.joined(separator: " ")
    }

    /// The method in words; that half an event was added is said.
    private func name(of change: FigureChange) -> String {
        let name = texts("methode.\(change.method.rawValue).kort")
        return change.isCorrected == true ? texts("methode.half", ["methode": .text(name)]) : name
    }

    private func firms(_ change: FigureChange) -> String {
        if let pairs = change.pairs { return texts("toets.paren", ["paren": .count(pairs)]) }
        if let before = change.onlyBefore, let after = change.onlyAfter {
            return texts("toets.alleen", ["toen": .count(before), "nu": .count(after)])
        }
        return texts("getal.geen")
    }

    /// Three decimals, as in the files.
    func decimal(_ value: Double?) -> String {
        value.map { texts.write(.number($0, decimals: 3)) } ?? texts("getal.geen")
    }

    /// A p-value; one that would round to 0 as below one in a thousand.
    func chance(_ value: Double?) -> String {
        guard let value, value < 0.0005 else { return decimal(value) }
        return texts("toets.klein", ["p": .number(0.001, decimals: 3)])
    }

    private func limits(_ change: FigureChange) -> String {
        guard change.lower != nil || change.upper != nil else { return texts("getal.geen") }
        return span(
            change.lower.map { decimal($0) } ?? texts("getal.onbegrensd"),
            change.upper.map { decimal($0) } ?? texts("getal.onbegrensd")
        )
    }
}
