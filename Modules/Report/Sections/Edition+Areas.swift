import Contracts
import Scheme

extension Edition {
    /// This area among the others, by what their numbers of establishments would let expect.
    var funnelSection: [Markup] {
        let dots = areaDots
        let kinds = Set([report.areaKind] + input.peers.map(\.report.areaKind))
        guard dots.count > 1 else { return [] }
        let plot = FunnelPlot(
            dots: dots.map { .init(label: $0.name, expected: $0.expected, ratio: $0.ratio, isOwn: $0.isOwn) },
            axes: (texts("as.verwacht"), texts("as.verhouding")),
            limits: (texts("trechter.95"), texts("trechter.998")),
            write: { texts.write(.number($0, decimals: $0 == $0.rounded() ? 0 : 1)) }
        )
        let chart = Chart(
            id: "grafiek-gebieden",
            title: texts("grafiek.gebieden"),
            description: texts("grafiek.gebieden.beschrijving", ["gebied": .text(input.name)]),
            drawing: plot.drawing,
            least: 560
        )
        var table = DataTable(
            caption: texts("tabel.gebieden"),
            columns: ["gebied", "vestigingen", "geteld", "verwacht", "verhouding"].map { texts("kolom.\($0)") },
            numeric: [1, 2, 3, 4]
        )
        for dot in dots {
            table.rows.append([
                .dutch(dot.name), .text(texts.write(.count(dot.establishments))),
                .text(texts.write(.count(dot.observed))), .text(texts.write(.number(dot.expected, decimals: 1))),
                .text(texts.write(.number(dot.ratio, decimals: 2))),
            ])
        }
        return [
            kinds.count > 1 ? .tag("p", ["class": "decision"], text: texts("trechter.soorten")) : .none,
            .tag("p", [:], text: texts("funnel.klein")), .tag("p", [:], text: texts("trechter.uitleg")), chart.figure,
            table.markup(texts), paragraphs([texts("trechter.voorbehoud")], "caveat"),
        ]
    }

    /// An area in the funnel.
    struct AreaDot {
        /// Its name.
        let name: String
        /// The establishments.
        let establishments: Int
        /// The registered crimes in its window.
        let observed: Int
        /// As many as there would be at the rate of all areas together.
        let expected: Double
        /// Whether it is the area of the report.
        let isOwn: Bool
        /// The observed number over the expected one.
        var ratio: Double { Double(observed) / expected }
    }

    /// The areas whose total and establishments are known, this one first; one alone has nothing to be put beside.
    var areaDots: [AreaDot] {
        let own = ReportInput.Peer(name: input.name, report: report)
        let known = ([own] + input.peers.filter { $0.report.run != report.run }).compactMap { peer in
            peer.report.crimes.first(where: \.isTotal)?.now.map { (peer, $0) }
        }.filter { $0.0.report.establishments > 0 }
        let exposures = known.map { Double($0.0.report.establishments * $0.1.months) }
        let all = exposures.reduce(0, +)
        let events = known.map(\.1.count).reduce(0, +)
        guard known.first?.0.report.run == report.run, known.count > 1, all > 0, events > 0 else { return [] }
        return zip(known, exposures).map { area, exposure in
            AreaDot(
                name: area.0.name,
                establishments: area.0.report.establishments,
                observed: area.1.count,
                expected: Double(events) * exposure / all,
                isOwn: area.0.report.run == report.run
            )
        }
    }
}
