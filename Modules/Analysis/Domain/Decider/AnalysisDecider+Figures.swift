import Scheme

extension AnalysisDecider {
    func deliver(
        _ figures: PoliceFigures,
        _ present: PresentMeasurement,
        _ state: AnalysisState,
        _ today: CalendarDate
    ) throws(AnalysisRefusal) -> [AnalysisEvent] {
        guard present.measurement.crimes == nil else { throw .delivered(.policeFigures, in: present.ref) }
        guard figures.source.isFitForALine else { throw .unfitSource(.policeFigures) }
        guard let window = MonthWindow(filledBy: figures.cells.map(\.period)) else {
            throw .notTwelveMonths(.policeFigures)
        }
        try check(window, .policeFigures, present, state, today)
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

    func deliver(
        _ figures: FireFigures,
        _ present: PresentMeasurement,
        _ state: AnalysisState,
        _ today: CalendarDate
    ) throws(AnalysisRefusal) -> [AnalysisEvent] {
        guard present.measurement.fires == nil else { throw .delivered(.fireFigures, in: present.ref) }
        guard figures.source.isFitForALine else { throw .unfitSource(.fireFigures) }
        guard let window = MonthWindow(filledBy: figures.cells.map { FigurePeriod(month: $0.month) }) else {
            throw .notTwelveMonths(.fireFigures)
        }
        try check(window, .fireFigures, present, state, today)
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

    private func check(
        _ window: MonthWindow,
        _ source: MeasurementSource,
        _ present: PresentMeasurement,
        _ state: AnalysisState,
        _ today: CalendarDate
    ) throws(AnalysisRefusal) {
        guard !window.isTooOld(on: today) else { throw .tooOld(source, window, today: today) }
        let earlier = state.measurements.values.filter { $0.number < present.ref.number && $0.windows[source] != nil }
        guard let last = earlier.max(by: { $0.number < $1.number }), let before = last.windows[source] else { return }
        guard window.from > before.through else { throw .notLater(source, window, than: before, of: last.number) }
    }
}
