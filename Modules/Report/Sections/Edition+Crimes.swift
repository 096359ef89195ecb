import Contracts
import Scheme

extension Edition {
    /// The registered crimes: findings, small multiples with the reference, and all numbers.
    var crimeSection: [Markup] {
        guard !report.crimes.isEmpty else { return [] }
        var content = notable.map(article)
        if report.crimes.contains(where: { !$0.changes.isEmpty }) { content.append(box) }
        content += panels
        content.append(crimeTable)
        content.append(paragraphs(notes(about: nil, [.withheld, .noReference, .otherMonths]), "caveat"))
        return content + [paragraphs([texts("misdrijf.niet-optellen")], "caveat"), crimeSource]
    }

    /// Where the police figures come from.
    var crimeSource: Markup { paragraphs(sources(.policeFigures), "source") }

    /// The types that have a paragraph: the total, those of goals and problems, those that differ, and the largest.
    private var notable: [ReportedCrime] {
        let known = report.crimes.filter { $0.now != nil }
        let largest = known.filter { !$0.isTotal && $0.size > 0 }.sorted { $0.size > $1.size }.prefix(3).map(\.id)
        let chosen = goals.union(troubled).union(largest)
        return known.filter { $0.isTotal || chosen.contains($0.id) || Verdict($0) != .same }
    }

    /// The verdict on a type as the first line of its paragraph; nothing at a first measurement.
    func decision(_ crime: ReportedCrime) -> Markup {
        guard crime.before != nil else { return .none }
        let judged = words(crime)
        return .tag("p", ["class": "decision"], [judged.verdict.markup(judged.words)])
    }

    private func article(_ crime: ReportedCrime) -> Markup {
        .tag(
            "article",
            [:],
            [.tag("h3", [:], [texts.dutch(crime.plainName)]), decision(crime), paragraphs(sentences(on: crime))]
        )
    }

    /// What must be known to read an effect: measures, what else changed, the reference, chance.
    private var box: Markup {
        var lines: [String] = notes(about: nil, [.wholePackage, .regressionUnknown, .dispersionUnknown])
        lines.append(texts("kader.vergelijking"))
        let dispersions = report.crimes.compactMap { crime in
            crime.changes.first { $0.method == .relativeEffectSize }?.dispersion
        }
        if let least = dispersions.min(), let most = dispersions.max(), most > 1 {
            lines.append(
                texts("kader.spreiding", ["laag": .number(least, decimals: 1), "hoog": .number(most, decimals: 1)])
            )
        }
        if let earlier = report.earlier, earlier.establishments > 0, report.establishments > 0 {
            lines.append(
                texts(
                    "kader.vestigingen",
                    ["toen": .count(earlier.establishments), "nu": .count(report.establishments)]
                )
            )
        }
        lines += reportingActions + [texts("kader.overig")]
        let measures = (input.plan?.measures ?? []).filter { [.started, .done].contains($0.status) }
        let list = measures.map { measure in
            Markup.tag(
                "li",
                [:],
                [
                    texts.dutch("\(measure.id): \(measure.title)"),
                    .text(" (\(texts("maatregel.\(measure.status.rawValue)")))"),
                ]
            )
        }
        return .tag(
            "div",
            ["class": "box"],
            [.tag("h3", [:], text: texts("kop.kader")), paragraphs(lines)]
                + (list.isEmpty ? [] : [.tag("p", [:], text: texts("kader.maatregelen")), .tag("ul", [:], list)])
        )
    }

    /// Measures that raise the number of registrations by themselves.
    private var reportingActions: [String] {
        (input.plan?.measures ?? [])
            .filter { $0.catalogue?.text == "M41" && [.started, .done].contains($0.status) }
            .map { texts("effect.meldingen", ["actie": .text($0.title)]) }
    }

    /// The largest types as small multiples on one scale, and the months behind them.
    private var panels: [Markup] {
        let types = report.crimes.filter { !$0.isTotal && $0.size > 0 }.sorted { $0.size > $1.size }.prefix(9)
        guard !types.isEmpty else { return [] }
        let monthly = types.filter { $0.months.contains { $0.area != nil } }
        let top = max(1, monthly.flatMap { $0.months.compactMap(\.area) }.max() ?? 1)
        let slopeTop = max(1, types.flatMap { [$0.before?.upper, $0.now?.upper].compactMap(\.self) }.max() ?? 1)
        let charts = types.enumerated().map { index, crime -> Markup in
            let isMonthly = crime.months.contains { $0.area != nil }
            let drawing =
                isMonthly
                ? MonthPanel(months: crime.months, title: crime.plainName, top: top).drawing
                : SlopePanel(
                    before: crime.before,
                    now: crime.now,
                    title: crime.plainName,
                    top: slopeTop,
                    ends: (beforeName ?? "", nowName)
                ).drawing
            let chart = Chart(
                id: "grafiek-misdrijf-\(index + 1)",
                title: crime.plainName,
                description: sentences(counting: crime).joined(separator: " "),
                drawing: drawing
            )
            return .tag("div", ["class": "panel"], [chart.picture])
        }
        let caption = monthly.isEmpty ? "grafiek.misdrijven.jaren" : "grafiek.misdrijven"
        return [
            .tag(
                "figure",
                [:],
                [.tag("figcaption", [:], text: texts(caption)), .tag("div", ["class": "panels"], charts)]
            )
        ] + (monthly.isEmpty ? [] : [.tag("p", ["class": "caveat"], text: texts("grafiek.band")), months(of: monthly)])
    }

    private func months(of types: [ReportedCrime]) -> Markup {
        let months = Set(types.flatMap { $0.months.map(\.month) }).sorted()
        var table = DataTable(
            caption: texts("tabel.maanden"),
            columns: [texts("kolom.maand")] + types.map(\.plainName),
            numeric: Set(1...max(1, types.count)),
            isDense: true
        )
        for month in months {
            table.rows.append(
                [.name(texts.write(.months(month, month)))]
                    + types.map { crime in
                        let found = crime.months.first { $0.month == month }
                        let counts = [found?.area, found?.reference].map { count in
                            count.map { texts.write(.count($0)) } ?? texts("getal.geen")
                        }
                        return .text(texts("maand.cel", ["gebied": .text(counts[0]), "rest": .text(counts[1])]))
                    }
            )
        }
        return .tag("details", [:], [.tag("summary", [:], text: texts("tabel.maanden.open")), table.markup(texts)])
    }

    private var crimeTable: Markup {
        let isCompared = report.earlier != nil
        let columns =
            ["misdrijf"] + (isCompared ? ["toen"] : []) + ["nu"]
            + (isCompared ? ["rest.toen"] : []) + ["rest.nu"] + (isCompared ? ["effect", "oordeel"] : [])
        var table = DataTable(
            caption: texts("tabel.misdrijven"),
            columns: columns.map { texts("kolom.\($0)") },
            numeric: isCompared ? [1, 2, 3, 4, 5] : [1, 2]
        )
        for crime in report.crimes where crime.size > 0 || crime.isWithheld {
            let (now, before) = (count(crime.now), count(crime.before))
            let (restNow, restBefore) = (reference(crime.now), reference(crime.before))
            let judged = words(crime)
            table.rows.append(
                [.dutch(crime.name)]
                    + (isCompared
                        ? [
                            .name(before), .name(now), .text(restBefore), .text(restNow),
                            .name(effectRange(crime) ?? texts("getal.geen")), .verdict(judged.verdict, judged.words),
                        ] : [.name(now), .text(restNow)])
            )
        }
        return table.markup(texts)
    }

    /// −37 % (−70 tot +33), below ten events nothing.
    private func effectRange(_ crime: ReportedCrime) -> String? {
        guard let before = crime.before, before.count >= Self.percentageBase,
            let change = crime.changes.first(where: { $0.method == .relativeEffectSize })?.percent
        else { return nil }
        return texts(
            "effect.kort",
            ["pct": .signed(change.estimate), "laag": .signed(change.lower), "hoog": .signed(change.upper)]
        )
    }

    /// 20 (12,2–30,9), or the word for none where it is withheld or unknown.
    func count(_ count: ReportedCount?) -> String {
        guard let count else { return texts("getal.geen") }
        guard let lower = count.lower, let upper = count.upper else { return texts.write(.count(count.count)) }
        return texts(
            "aantal.kort",
            ["k": .count(count.count), "laag": .number(lower, decimals: 1), "hoog": .number(upper, decimals: 1)]
        )
    }

    private func reference(_ count: ReportedCount?) -> String {
        count?.reference.map { texts.write(.count($0)) } ?? texts("getal.geen")
    }
}

extension ReportedCrime {
    /// The events in both windows, by which types are put in order.
    var size: Int { (now?.count ?? 0) + (before?.count ?? 0) }
}
