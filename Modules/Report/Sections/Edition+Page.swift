import Contracts
import Scheme

extension Edition {
    /// The whole page.
    var page: String {
        let parts = sections
        let body: [Markup] = [
            .tag("a", ["class": "skip", "href": "#inhoud"], text: texts("pagina.naar-inhoud")), header,
            .tag(
                "main",
                ["id": "inhoud", "tabindex": "-1"],
                [summary, contents(parts.map(\.key))] + parts.map { section($0.key, $0.content) }
            ), footer,
        ]
        let page = Markup.tag(
            "html",
            ["lang": texts.language.rawValue],
            [
                .tag(
                    "head",
                    [:],
                    [
                        .tag("meta", ["charset": "utf-8"]),
                        .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                        // The page needs nothing but itself; a reader's browser holds it to that.
                        .tag(
                            "meta",
                            [
                                "http-equiv": "Content-Security-Policy",
                                "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
                            ]
                        ),
                        .tag("meta", ["name": "generator", "content": "Keurmerk \(input.software)"]),
                        .tag("title", [:], text: "\(title) (\(nowName))"), .style(.report),
                    ]
                ), .tag("body", [:], body),
            ]
        )
        return "<!DOCTYPE html>\n" + page.rendered + "\n"
    }

    /// The title of the report.
    var title: String {
        texts(report.earlier == nil ? "titel.analyse" : "titel.evaluatie", ["gebied": .text(input.name)])
    }

    /// The sections that have something to tell, in their order.
    private var sections: [(key: String, content: [Markup])] {
        [
            ("doelen", goalSection), ("enquete", surveySection), ("misdrijven", crimeSection),
            ("gebieden", funnelSection), ("brandweer", fireSection), ("schouw", inspectionSection),
            ("knelpunten", problemSection), ("bijlage", appendixSection),
        ].filter { !$0.1.isEmpty }
    }

    private var header: Markup {
        var facts: [(String, Fill)] = [
            ("feit.meting", .text(nowName)), ("feit.vastgesteld", .day(report.establishedOn)),
        ]
        if let earlier = report.earlier, let name = beforeName {
            facts.append(
                (
                    "feit.vergeleken",
                    .text(texts("feit.met", ["meting": .text(name), "datum": .day(earlier.establishedOn)]))
                )
            )
        }
        facts.append(("feit.soort", .text(texts("gebied.\(report.areaKind.rawValue)"))))
        if report.establishments > 0 { facts.append(("feit.vestigingen", .count(report.establishments))) }
        let municipalities = Set(input.areas.map(\.municipality.name)).sorted()
        if !municipalities.isEmpty {
            facts.append(("feit.gemeente", .text(municipalities.joined(separator: ", "))))
        }
        facts += [("feit.traject", .text(report.run.text)), ("feit.regeling", .text(report.scheme.text))]
        let parties = input.run?.parties.map(\.name) ?? []
        if !parties.isEmpty { facts.append(("feit.partijen", .text(parties.joined(separator: "; ")))) }
        return .tag(
            "header",
            [:],
            [
                .tag("h1", [:], text: title),
                .tag(
                    "dl",
                    ["class": "facts"],
                    facts.map { key, value in
                        .tag(
                            "div",
                            [:],
                            [
                                .tag("dt", [:], text: texts(key) + ":"), .text(" "),
                                .tag("dd", [:], text: texts.write(value)),
                            ]
                        )
                    }
                ),
            ]
        )
    }

    private var summary: Markup {
        .tag(
            "section",
            ["aria-labelledby": "k-kort"],
            [
                heading("kort"),
                .tag("div", ["class": "main"], [.tag("ul", [:], mainSentences.map { .tag("li", [:], text: $0) })]),
                legend,
            ]
        )
    }

    /// What the three colours mean.
    private var legend: Markup {
        .tag(
            "p",
            ["class": "caveat"],
            [.text(texts("kleur.uitleg") + " ")]
                + [Verdict.better, .same, .worse].flatMap { verdict in
                    [verdict.markup(texts("kleur.\(verdict.rawValue)")), .text(" ")]
                }
        )
    }

    private func contents(_ keys: [String]) -> Markup {
        .tag(
            "nav",
            ["aria-labelledby": "k-inhoud"],
            [
                heading("inhoud"),
                .tag(
                    "ul",
                    [:],
                    keys.map { .tag("li", [:], [.tag("a", ["href": "#k-\($0)"], text: texts("kop.\($0)"))]) }
                ),
            ]
        )
    }

    private var footer: Markup {
        .tag("footer", [:], [.tag("p", [:], text: texts("pagina.voet", ["versie": .text(input.software)]))])
    }
}
