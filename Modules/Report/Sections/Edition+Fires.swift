import Contracts
import Scheme

extension Edition {
    /// The fire brigade's figures: numbers with intervals, and no test.
    var fireSection: [Markup] {
        let known = report.fires.filter { $0.now != nil || $0.before != nil }
        guard !known.isEmpty else { return [] }
        let isCompared = report.earlier != nil
        var table = DataTable(
            caption: texts("tabel.brandweer"),
            columns: [texts("kolom.soort")] + (isCompared ? [texts("kolom.toen")] : []) + [texts("kolom.nu")],
            numeric: isCompared ? [1, 2] : [1]
        )
        for fire in known {
            table.rows.append(
                [.dutch(fire.name)] + (isCompared ? [.name(count(fire.before))] : []) + [.name(count(fire.now))]
            )
        }
        return [
            .tag("p", ["class": "decision"], text: texts("brandweer.uitleg")), table.markup(texts),
            paragraphs(sources(.fireFigures), "source"),
        ]
    }
}
