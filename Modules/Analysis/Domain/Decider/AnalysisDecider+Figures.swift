import Scheme

extension AnalysisDecider {
    func deliver(_ figures: PoliceFigures, _ present: PresentMeasurement) throws(AnalysisRefusal) -> [AnalysisEvent] {
        guard present.measurement.crimes == nil else { throw .delivered(.policeFigures, in: present.ref) }
        try check(figures.source)
        guard let window = MonthWindow(filledBy: figures.cells.map(\.period)) else {
            throw .notTwelveMonths(.policeFigures)
        }
        let counts = try figures.counts(
            of: data.crimes.relevant(for: present.run.kind),
            in: present.run.countedRegions,
            and: present.run.municipality,
            over: window
        )
        let delivery = FigureDelivery(
            window: window,
            rows: figures.cells.count,
            withheld: figures.withheld,
            source: figures.source,
            digest: figures.digest
        )
        return [.policeDelivered(present.ref, delivery), .policeCounted(present.ref, counts)]
    }

    func deliver(_ figures: FireFigures, _ present: PresentMeasurement) throws(AnalysisRefusal) -> [AnalysisEvent] {
        guard present.measurement.fires == nil else { throw .delivered(.fireFigures, in: present.ref) }
        try check(figures.source)
        guard let window = MonthWindow(filledBy: figures.cells.map { FigurePeriod(month: $0.month) }) else {
            throw .notTwelveMonths(.fireFigures)
        }
        let counts = try figures.counts(of: data.fireCategories, over: window)
        let delivery = FigureDelivery(
            window: window,
            rows: figures.cells.count,
            withheld: 0,
            source: figures.source,
            digest: figures.digest
        )
        return [.fireDelivered(present.ref, delivery), .fireCounted(present.ref, counts)]
    }

    private func check(_ source: String) throws(AnalysisRefusal) {
        guard source.contains(where: { !$0.isWhitespace }) else { throw .noSource }
    }
}
