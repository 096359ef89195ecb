import Contracts
import Scheme

extension Edition {
    /// The inspection rounds: what was found and solved, a map, and every finding.
    var inspectionSection: [Markup] {
        guard let inspection = report.inspection else { return [] }
        var content: [Markup] = [
            .tag("p", ["class": "decision"], text: inspectionSentence ?? ""),
            .tag("p", [:], text: texts("schouw.uitleg")), rounds(inspection),
        ]
        if !mapped.isEmpty { content.append(map) }
        if !inspection.findings.isEmpty { content.append(findings) }
        return content + [paragraphs(sources(.inspection), "source")]
    }

    private func rounds(_ inspection: ReportedInspection) -> Markup {
        var table = DataTable(
            caption: texts("tabel.rondes"),
            columns: ["ronde", "meting", "soort", "datum", "gevonden", "opgelost"].map { texts("kolom.\($0)") },
            numeric: [4, 5]
        )
        for round in inspection.rounds {
            table.rows.append([
                .text(round.id.text), .name(measurement(round.measurement)),
                .text(texts("ronde.\(round.kind.rawValue)")), .name(texts.write(.day(round.on))),
                .text(texts.write(.count(round.found))), .text(texts.write(.count(round.solved))),
            ])
        }
        return table.markup(texts)
    }

    /// The findings with their numbers: those of this measurement, and what is still open of the earlier one.
    private var numbered: [(number: Int, finding: ReportedFinding)] {
        let findings = report.inspection?.findings ?? []
        return findings.enumerated().map { ($0.offset + 1, $0.element) }
    }

    private var mapped: [FindingMap.Item] {
        numbered.compactMap { number, finding in
            guard let x = finding.rdX, let y = finding.rdY,
                finding.measurement == report.measurement || finding.resolvedOn == nil
            else { return nil }
            let severity = Self.severities.firstIndex(of: finding.severity) ?? 1
            return FindingMap.Item(
                number: number,
                x: x,
                y: y,
                severity: severity,
                isSolved: finding.resolvedOn != nil
            )
        }
    }

    private static let severities = ["groen", "oranje", "rood"]

    private var map: Markup {
        let map = FindingMap(
            items: mapped,
            severities: Self.severities.map { texts("ernst.\($0)") },
            states: (texts("schouw.open"), texts("schouw.opgelost")),
            words: (texts("kaart.meter"), texts("kaart.noord"))
        )
        let open = mapped.count { !$0.isSolved }
        return Chart(
            id: "grafiek-schouw",
            title: texts("grafiek.schouw"),
            description: texts(
                "grafiek.schouw.beschrijving",
                ["punten": .count(mapped.count), "open": .count(open)]
            ),
            drawing: map.drawing,
            least: 560
        ).figure
    }

    private var findings: Markup {
        var table = DataTable(
            caption: texts("tabel.bevindingen"),
            columns: ["nummer", "punt", "meting", "onderdeel", "ernst", "eigenaar", "termijn", "stand", "plaats"]
                .map { texts("kolom.\($0)") },
            numeric: [0]
        )
        for (number, finding) in numbered {
            let state = finding.resolvedOn.map { texts("schouw.opgelost.op", ["datum": .day($0)]) }
            var place = texts("getal.geen")
            if let x = finding.rdX, let y = finding.rdY {
                place = texts("kaart.rd", ["x": .text(String(x)), "y": .text(String(y))])
            }
            table.rows.append([
                .text(String(number)), .text(finding.id.text), .name(measurement(finding.measurement)),
                .dutch(finding.category), .text(severity(finding)), .dutch(finding.owner),
                .name(finding.due.map { texts.write(.day($0)) } ?? texts("getal.geen")),
                .text(state ?? texts("schouw.open")), .text(place),
            ])
        }
        return table.markup(texts)
    }

    private func severity(_ finding: ReportedFinding) -> String {
        Self.severities.contains(finding.severity) ? texts("ernst.\(finding.severity)") : finding.severity
    }
}
