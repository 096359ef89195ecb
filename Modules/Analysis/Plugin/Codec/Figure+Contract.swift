import AnalysisDomain
import Contracts
import EventSourcing
import Scheme

extension AnalysisDomain.FigureUnit {
    init(_ unit: Contracts.FigureUnit) {
        self =
            switch unit {
            case .share: .share
            case .count: .count
            case .ratePer100: .ratePer100
            }
    }

    var contract: Contracts.FigureUnit {
        switch self {
        case .share: .share
        case .count: .count
        case .ratePer100: .ratePer100
        }
    }
}

extension AnalysisDomain.Figure {
    init(stored figure: Contracts.Figure) throws(EventStoreError) {
        self.init(
            id: try stored(figure.id),
            name: figure.name,
            source: figure.source,
            unit: AnalysisDomain.FigureUnit(figure.unit),
            count: figure.count,
            outOf: figure.outOf,
            population: figure.population,
            value: figure.value,
            lower: figure.lower,
            upper: figure.upper,
            reference: figure.reference
        )
    }

    var contract: Contracts.Figure {
        Contracts.Figure(
            id: id.text,
            name: name,
            source: source,
            unit: unit.contract,
            count: count,
            outOf: outOf,
            population: population,
            value: value,
            lower: lower,
            upper: upper,
            reference: reference
        )
    }
}

extension AnalysisDomain.FigureComparison {
    init(stored comparison: Contracts.FigureComparison) throws(EventStoreError) {
        self.init(
            before: try AnalysisDomain.Figure(stored: comparison.before),
            after: try AnalysisDomain.Figure(stored: comparison.after),
            changes: (comparison.changes ?? []).map(AnalysisDomain.FigureChange.init)
        )
    }

    var contract: Contracts.FigureComparison {
        Contracts.FigureComparison(
            before: before.contract,
            after: after.contract,
            changes: changes.map(\.contract)
        )
    }
}

extension AnalysisDomain.Bottleneck {
    init(stored bottleneck: Contracts.Bottleneck) throws(EventStoreError) {
        self.init(
            id: bottleneck.id,
            title: bottleneck.title,
            figure: try stored(bottleneck.indicator),
            value: bottleneck.value,
            measures: bottleneck.measures
        )
    }

    var contract: Contracts.Bottleneck {
        Contracts.Bottleneck(id: id, title: title, indicator: figure.text, value: value, measures: measures)
    }
}
