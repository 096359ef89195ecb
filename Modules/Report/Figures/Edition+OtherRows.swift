import Contracts
import Scheme

extension Edition {
    /// The numbers of the funnel.
    var areaRows: [FigureRow] {
        areaDots.flatMap { dot in
            var writer = RowWriter("gebieden", dot.name, dot.name, texts)
            writer.add(count: dot.establishments, "vestigingen")
            writer.add(count: dot.observed, "aantal")
            writer.add("verwacht", dot.expected, decimals: 1)
            writer.add("verhouding", dot.ratio, decimals: 2)
            return writer.rows
        }
    }

    /// The numbers of the inspection rounds.
    var inspectionRows: [FigureRow] {
        guard let inspection = report.inspection else { return [] }
        var writer = RowWriter("schouw", "schouw.bevindingen", texts("kop.schouw"), texts)
        writer.add(count: inspection.found, "gevonden", in: report.measurement)
        writer.add(count: inspection.solved, "opgelost", in: report.measurement)
        if let earlier = report.earlier {
            writer.add(count: inspection.foundBefore, "gevonden", in: earlier.measurement)
            writer.add(count: inspection.solvedBefore, "opgelost", in: earlier.measurement)
        }
        for round in inspection.rounds {
            var own = RowWriter("schouw", round.id.text, texts("ronde.\(round.kind.rawValue)"), texts)
            own.add(count: round.found, "gevonden", in: round.measurement)
            own.add(count: round.solved, "opgelost", in: round.measurement)
            writer.append(own)
        }
        for (index, finding) in inspection.findings.enumerated() {
            var own = RowWriter("schouw", finding.id.text, finding.category, texts)
            own.add("nummer", Double(index + 1), String(index + 1), in: finding.measurement)
            own.add("rd.x", finding.rdX.map(Double.init), finding.rdX.map(String.init) ?? "", in: finding.measurement)
            own.add("rd.y", finding.rdY.map(Double.init), finding.rdY.map(String.init) ?? "", in: finding.measurement)
            writer.append(own)
        }
        return writer.rows
    }

    /// The numbers of the problems.
    var problemRows: [FigureRow] {
        report.problems.flatMap { problem in
            var writer = RowWriter("knelpunt", problem.bottleneck.text, problem.title, texts)
            writer.add(count: problem.rank, "rang", in: report.measurement)
            if let risk = problem.likelihood {
                for (name, value) in [
                    ("kans", risk.value), ("kans.laagste", risk.lowest), ("kans.hoogste", risk.highest),
                ] {
                    writer.add(name, Double(value), texts("kans.\(value)"), in: report.measurement)
                }
            }
            if let impact = problem.impact {
                writer.add("ernst", Double(impact), texts("ernst.\(impact)"), in: report.measurement)
            }
            return writer.rows
        }
    }

    /// The numbers that stand in fixed sentences.
    var noteRows: [FigureRow] {
        report.notes.flatMap { note in
            var writer = RowWriter("noot", note.about ?? "", note.key.rawValue, texts)
            for (_, text) in note.values.sorted(by: { $0.key < $1.key }) {
                guard let value = Double(text) else { continue }
                writer.add("noot", value, texts.write(.number(value, decimals: 0)))
            }
            return writer.rows
        }
    }
}
