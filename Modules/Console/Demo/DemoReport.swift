import CloudEvents
import Contracts
import Scheme

/// What the demonstration came to, counted from what the subscriber received and what the services answer.
struct DemoReport {
    let lines: [String]
    /// Whether every count is as it should be.
    let isComplete: Bool

    /// Asks the services, the subscriber's log and the partners' systems, which it stops, and writes the areas' reports
    /// into a folder, by default one in the demonstration's.
    static func gather(
        from system: DemoSystem,
        areas: [DemoArea],
        turns: DemoPlayer.Turns,
        reports: String? = nil
    ) async throws -> DemoReport {
        try await system.waitForSubscriber()
        try await system.partners.wait()
        let received = try system.log.all()
        let published = try await system.publishedCount()
        let certificates = try await system.client.ask(CertificatesQuery(run: nil)).certificates
        let runs = try await system.client.ask(RunsQuery(run: nil)).runs
        let registered = try await system.client.ask(AreasQuery()).areas
        let deliveries = try system.partners.deliveries(of: received)
        var lines: [String] = []
        for area in areas {
            let answer = try await system.client.ask(MeasurementsQuery(run: area.run))
            lines += [""] + figures(of: area, answer.measurements)
        }
        let evaluations = try await DemoEvaluations.write(
            of: areas,
            from: system.client,
            into: reports ?? "\(system.folder)/reports"
        )
        lines += evaluations.lines + ["", "Certificates"] + table(of: certificates)

        let stepsInScheme = Set(runs.map(\.scheme)).compactMap { id in steps(of: id) }.max() ?? 0
        let stepsSeen = areas.map { area in
            Set(received.filter { $0.area == area.id.text }.compactMap { DemoSystem.phaseChange($0)?.from }).count
        }
        let grants = Set([CertificateGranted.type, CertificateRenewed.type])
        let granted = received.count { grants.contains($0.event.type) }
        let distinct = Set(received.map { [$0.event.source, $0.event.id] }).count
        lines += ["", "Partners, and what each got of the \(distinct) events"] + table(of: deliveries)
        lines += [
            "",
            "demo: \(registered.count) areas, \(stepsSeen.min() ?? 0) of \(stepsInScheme) steps each, "
                + "\(granted) certificates, \(distinct) events seen of \(published), "
                + "\(turns.refused) of \(turns.tried) wrong-turn commands refused, " + summary(of: deliveries),
        ]
        return DemoReport(
            lines: lines,
            isComplete: registered.count == areas.count && stepsSeen.allSatisfy { $0 == stepsInScheme }
                && runs.allSatisfy { $0.completedSteps.count >= stepsInScheme }
                && granted == certificates.count && granted == 2 * areas.count
                && distinct == published && received.count == published && published > 0
                && turns.refused == turns.tried && turns.tried > 0
                && deliveries.count == DemoPartner.all.count && deliveries.allSatisfy(\.isComplete)
                && evaluations.isComplete
        )
    }

    /// The partners' part of the last line.
    static func summary(of deliveries: [DemoDelivery]) -> String {
        let got = deliveries.map { String($0.got) }.joined(separator: "+")
        let entitled = deliveries.map { String($0.entitled) }.joined(separator: "+")
        let strays = deliveries.reduce(0) { $0 + $1.strays + $1.repeats }
        return
            "\(deliveries.count) partners got \(got) of \(entitled) events they were entitled to and \(strays) of the others"
    }

    private static func table(of deliveries: [DemoDelivery]) -> [String] {
        var table = TextTable(header: ["  partner", "system", "got", "entitled to", "not entitled to and not got"])
        for delivery in deliveries {
            table.append([
                "  \(delivery.partner.name)", delivery.language.rawValue, String(delivery.got),
                String(delivery.entitled),
                String(delivery.withheld),
            ])
        }
        return table.lines
            + deliveries.flatMap { delivery in delivery.faults.map { "  \(delivery.partner.name): \($0)" } }
    }

    private static func steps(of id: SchemeID) -> Int? {
        (try? SchemeCatalogue())?[id]?.phases.count
    }

    private static func table(of certificates: [CertificateSummary]) -> [String] {
        certificates.map { certificate in
            let stars = String(repeating: "★", count: certificate.stars)
            return "  \(certificate.title) \(stars)  \(certificate.name)\n"
                + "    \(certificate.certificate), \(certificate.validFrom) to \(certificate.validUntil), \(certificate.status)"
        }
    }

    private static func figures(of area: DemoArea, _ measurements: [MeasurementSummary]) -> [String] {
        var lines = ["\(area.name): the main figures, with 95 % intervals"]
        var table = TextTable(header: ["  figure"] + measurements.map { "\($0.measurement)-meting" })
        table.append(
            ["  answers of establishments invited"] + measurements.map { "\($0.answers) of \($0.invited ?? 0)" }
        )
        for id in mainFigures(measurements, of: area) {
            let figures = measurements.map { $0.figures.first { $0.id == id } }
            guard let name = figures.compactMap({ $0?.name }).first else { continue }
            table.append(
                ["  \(name)"]
                    + figures.map { figure in
                        guard let figure else { return "–" }
                        let interval = FigureText.interval(figure)
                        return FigureText.value(figure) + (interval.isEmpty ? "" : ", \(interval)")
                    }
            )
        }
        lines += table.lines
        return lines
    }

    /// The figures of the problems, then the largest of each other source.
    private static func mainFigures(_ measurements: [MeasurementSummary], of area: DemoArea) -> [String] {
        guard let first = measurements.first else { return [] }
        var ids = area.problems.map(\.indicator)
        for source in [MeasurementSource.policeFigures, .fireFigures, .inspection] {
            let largest = first.figures.filter { $0.source == source && $0.unit == .count && $0.count > 0 }.sorted {
                $0.count > $1.count
            }
            ids += largest.prefix(source == .policeFigures ? 5 : 2).map(\.id)
        }
        return ids
    }
}
