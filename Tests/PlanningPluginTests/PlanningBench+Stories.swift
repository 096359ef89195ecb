import Contracts
import PluginKit
import Scheme
import Testing

/// Runs that have come to a certain step.
extension PlanningBench {
    static let started = RunStarted(
        run: run,
        areas: areas,
        kind: .businessPark,
        development: .existing,
        name: "De Meent",
        scheme: id("kvo-2008"),
        municipality: Region(code: "GM1581", name: "Utrechtse Heuvelrug"),
        regions: [Region(code: "BU15810708", name: "Maarsbergen - De Meent")],
        establishments: 80,
        on: day("2026-01-05")
    )

    static func phase(_ number: Int, round: Int = 1) -> PhaseChanged {
        PhaseChanged(run: run, areas: areas, from: nil, to: number, name: "x", round: round, because: "x")
    }

    static func figure(_ id: String, _ unit: FigureUnit, _ value: Double) -> Figure {
        Figure(
            id: id,
            name: id,
            source: unit == .share ? .survey : .policeFigures,
            unit: unit,
            count: 21,
            outOf: nil,
            population: nil,
            value: value,
            lower: nil,
            upper: nil,
            reference: nil
        )
    }

    static func analysis(_ measurement: Int, on date: String, _ bottlenecks: String...) -> AnalysisEstablished {
        AnalysisEstablished(
            run: run,
            areas: areas,
            measurement: measurement,
            on: day(date),
            surveyClosedOn: nil,
            figures: [figure("B1", .share, 0.53), figure("inbraak", .count, 21)],
            bottlenecks: bottlenecks.map {
                Bottleneck(id: id($0), title: "Knelpunt \($0)", indicator: "B1", value: 0.53)
            }
        )
    }

    static func objective(
        _ objective: String,
        for bottleneck: String,
        indicator: String = "B1",
        target: Double = 0.8
    ) -> SetObjective {
        SetObjective(
            run: run,
            objective: id(objective),
            title: "Veilig gevoel",
            bottleneck: id(bottleneck),
            indicator: indicator,
            target: target,
            by: day("2030-01-01")
        )
    }

    static func measure(
        _ measure: String,
        for objective: String,
        owner: String = "politie-mn",
        deadline: String = "2026-06-01"
    ) -> ProposeMeasure {
        ProposeMeasure(
            run: run,
            measure: id(measure),
            title: "Verlichting",
            objectives: [id(objective)],
            owner: id(owner),
            deadline: day(deadline),
            costEuro: 12_000
        )
    }

    static func adoption(on date: CalendarDate = today) -> AdoptPlan {
        AdoptPlan(run: run, agreedBy: parties.map(\.0), on: date)
    }

    /// At the step of the plan, with all parties and a baseline of two bottlenecks.
    static func making() async throws -> PlanningBench {
        let bench = try PlanningBench()
        try await bench.hear(started, of: .registry)
        for (organisation, kind) in parties {
            let joined = PartyJoined(
                run: run,
                areas: areas,
                organisation: organisation,
                kind: kind,
                name: "X",
                on: today
            )
            try await bench.hear(joined, of: .registry)
        }
        try await bench.hear(analysis(0, on: "2026-03-01", "K1", "K2"), of: .analysis)
        try await bench.hear(phase(3), of: .registry)
        return bench
    }

    /// With all that adoption asks: K1 has an objective with a measure, K2 is argued away.
    static func complete() async throws -> PlanningBench {
        let bench = try await making()
        try await bench.having(
            objective("D1", for: "K1"),
            measure("M1", for: "D1"),
            ArgueAway(run: run, bottleneck: id("K2"), reason: "wordt gesloopt")
        )
        return bench
    }

    /// Adopted, certified, and at the step of execution.
    static func executing() async throws -> PlanningBench {
        let bench = try await complete()
        try await bench.having(adoption())
        try await bench.hear(phase(5, round: 2), of: .registry)
        return bench
    }
}
