import Contracts
import Scheme

extension Edition {
    /// Every number of the report, in its order.
    var rows: [FigureRow] {
        general + goalRows + report.survey.flatMap(rows(of:)) + report.crimes.flatMap(rows(of:)) + areaRows
            + report.fires.flatMap(rows(of:)) + inspectionRows + problemRows + noteRows
    }

    private var general: [FigureRow] {
        var writer = RowWriter("gebied", report.run.text, input.name, texts)
        if report.establishments > 0 { writer.add(count: report.establishments, "vestigingen", in: report.measurement) }
        if let earlier = report.earlier, earlier.establishments > 0 {
            writer.add(count: earlier.establishments, "vestigingen", in: earlier.measurement)
        }
        add(report.response, of: report.measurement, to: &writer)
        if let earlier = report.earlier { add(report.responseBefore, of: earlier.measurement, to: &writer) }
        let compared = report.survey.filter { mainChange($0) != nil }
        if !compared.isEmpty {
            let verdicts = compared.map { words($0).verdict }
            writer.add(count: compared.count, "vergeleken")
            writer.add(count: verdicts.count { $0 == .better }, "verbeterd")
            writer.add(count: verdicts.count { $0 == .worse }, "verslechterd")
        }
        let dispersions = report.crimes.compactMap { crime in
            crime.changes.first { $0.method == .relativeEffectSize }?.dispersion
        }
        writer.add("spreiding.laagste", dispersions.min(), decimals: 1)
        writer.add("spreiding.hoogste", dispersions.max(), decimals: 1)
        return writer.rows
    }

    private func add(_ response: ReportedResponse?, of measurement: Int, to writer: inout RowWriter) {
        guard let response else { return }
        writer.add(count: response.answers, "antwoorden", in: measurement)
        writer.add(count: response.invited, "uitgenodigd", in: measurement)
        if response.invited >= Self.percentageBase {
            writer.add(share: Double(response.answers) / Double(response.invited), "respons", in: measurement)
        }
        if response.needed > 0 { writer.add(count: response.needed, "nodig", in: measurement) }
        if response.answers >= Self.percentageBase {
            writer.add("marge", response.margin.map { 100 * $0 }, decimals: 1, in: measurement)
        }
    }

    private var goalRows: [FigureRow] {
        input.judgements.flatMap { judgement in
            let objective = judgement.objective
            var writer = RowWriter("doel", objective.id.text, objective.title, texts)
            let few = report.survey.first { $0.id == objective.indicator }.map { $0.now.valid < Self.percentageBase }
            writer.add("begin", objective.base, objective.base.map { amount($0, of: objective.indicator) } ?? "")
            writer.add("streef", objective.target, amount(objective.target, of: objective.indicator))
            guard few != true else { return writer.rows }
            for (name, value) in [
                ("waarde", judgement.value), ("ondergrens", judgement.lower), ("bovengrens", judgement.upper),
            ] {
                writer.add(
                    name,
                    value,
                    value.map { amount($0, of: objective.indicator) } ?? "",
                    in: report.measurement
                )
            }
            return writer.rows
        }
    }

    private func rows(of question: ReportedQuestion) -> [FigureRow] {
        var writer = RowWriter("enquete", question.id, question.name, texts)
        var shares: [(Int, ReportedShare)] = [(report.measurement, question.now)]
        if let before = question.before, let earlier = report.earlier { shares.append((earlier.measurement, before)) }
        for (measurement, share) in shares {
            writer.add(count: share.yes, "ja", in: measurement)
            writer.add(count: share.valid, "geldig", in: measurement)
            writer.add(count: share.population, "bedrijven", in: measurement)
            writer.add(count: share.firmsLower, "bedrijven.laagste", in: measurement)
            writer.add(count: share.firmsUpper, "bedrijven.hoogste", in: measurement)
            guard share.valid >= Self.percentageBase else { continue }
            writer.add(share: share.value, "aandeel", in: measurement)
            writer.add(share: share.lower, "ondergrens", in: measurement)
            writer.add(share: share.upper, "bovengrens", in: measurement)
        }
        if let change = mainChange(question) {
            writer.add(signed: change.estimate.map { 100 * $0 }, "verschil.punten")
            writer.add(signed: change.lower.map { 100 * $0 }, "verschil.laagste")
            writer.add(signed: change.upper.map { 100 * $0 }, "verschil.hoogste")
        }
        for change in question.changes { add(change, to: &writer) }
        return writer.rows
    }

    private func rows(of crime: ReportedCrime) -> [FigureRow] {
        var writer = RowWriter("politiecijfers", crime.id, crime.name, texts)
        add(crime.now, of: report.measurement, to: &writer)
        if let earlier = report.earlier { add(crime.before, of: earlier.measurement, to: &writer) }
        if effect(crime) != nil, let now = crime.now?.reference, let before = crime.before?.reference {
            writer.add(share: abs(Double(now) / Double(before) - 1), "vergelijking.verandering")
        }
        if crime.before.map({ $0.count >= Self.percentageBase }) == true,
            let percent = crime.changes.first(where: { $0.method == .relativeEffectSize })?.percent
        {
            writer.add(signed: percent.estimate, "effect")
            writer.add(signed: percent.lower, "effect.laagste")
            writer.add(signed: percent.upper, "effect.hoogste")
        }
        for change in crime.changes { add(change, to: &writer) }
        if let change = crime.rateChange { add(change, as: "per-vestiging", to: &writer) }
        if let line = crime.regression {
            writer.add("terugval.verwacht", line.expected, decimals: 0)
            writer.add("terugval.gemiddelde", line.mean, decimals: 1)
            writer.add(count: line.regions, "terugval.gebieden")
        }
        for month in crime.months {
            let name = texts.write(.months(month.month, month.month))
            var own = RowWriter("politiecijfers", crime.id, "\(crime.name), \(name)", texts)
            own.add(count: month.area, "maand.gebied")
            own.add(count: month.reference, "maand.rest")
            writer.append(own)
        }
        return writer.rows
    }

    private func rows(of fire: ReportedFire) -> [FigureRow] {
        var writer = RowWriter("brandweercijfers", fire.id, fire.name, texts)
        add(fire.now, of: report.measurement, to: &writer)
        if let earlier = report.earlier { add(fire.before, of: earlier.measurement, to: &writer) }
        return writer.rows
    }

    private func add(_ count: ReportedCount?, of measurement: Int, to writer: inout RowWriter) {
        guard let count else { return }
        writer.add(count: count.count, "aantal", in: measurement)
        writer.add("ondergrens", count.lower, decimals: 1, in: measurement)
        writer.add("bovengrens", count.upper, decimals: 1, in: measurement)
        writer.add(count: count.reference, "rest", in: measurement)
        writer.add("per100", count.rate?.value, decimals: 1, in: measurement)
        writer.add("per100.laagste", count.rate?.lower, decimals: 1, in: measurement)
        writer.add("per100.hoogste", count.rate?.upper, decimals: 1, in: measurement)
        writer.add(count: count.detectable?.atMost, "aantoonbaar", in: measurement)
        if let percent = count.detectable?.percent {
            writer.add("aantoonbaar.procent", percent, texts.write(.signed(percent)), in: measurement)
        }
    }

    /// The numbers of the appendix.
    private func add(_ change: FigureChange, as name: String? = nil, to writer: inout RowWriter) {
        let method = name ?? change.method.rawValue
        writer.add("toets.\(method)", change.estimate, decimals: 3)
        writer.add("toets.\(method).laagste", change.lower, decimals: 3)
        writer.add("toets.\(method).hoogste", change.upper, decimals: 3)
        writer.add("toets.p", change.pValue, chance(change.pValue))
        writer.add("toets.holm", change.holm, chance(change.holm))
        writer.add("toets.bh", change.benjaminiHochberg, chance(change.benjaminiHochberg))
        writer.add("toets.spreiding", change.dispersion, decimals: 3)
        writer.add(count: change.pairs, "toets.paren")
        writer.add(count: change.onlyBefore, "toets.alleen.toen")
        writer.add(count: change.onlyAfter, "toets.alleen.nu")
    }
}
