import Scheme

/// The checks that several commands share.
extension PlanDecider {
    /// The most objectives of a plan: with the longest titles the event of its adoption stays below 64 KiB.
    static var objectiveLimit: Int { 60 }
    /// The most measures of a run, and activities of a measure.
    static var measureLimit: Int { 500 }
    /// The most bytes of a reason in UTF-8.
    static var reasonLimit: Int { 1000 }
    /// How many years ahead a plan may look; keeps a slip of the keyboard such as 9999 out of it.
    static var yearsAhead: Int { 10 }
    /// The costs of one measure in euros; far above any, for the same reason.
    static var costs: ClosedRange<Int> { 0...1_000_000_000 }

    /// Refuses a title that is not one line for people.
    func check(title: String) throws(PlanRefusal) {
        guard title.isFitForALine else { throw .unfitTitle }
    }

    /// Refuses an empty text and one that is too long for an event.
    func check(_ text: String, _ what: String, limit: Int) throws(PlanRefusal) {
        guard !text.isBlank, text.utf8.count <= limit else { throw .unfitText(what, bytes: limit) }
    }

    /// Refuses the future for something that has happened.
    func check(happened day: CalendarDate, _ today: CalendarDate) throws(PlanRefusal) {
        guard day <= today else { throw .inFuture(day, today: today) }
    }

    /// Refuses a day that has already come for something to be reached.
    func check(planned day: CalendarDate, _ what: String, _ today: CalendarDate) throws(PlanRefusal) {
        guard day > today else { throw .notAfterToday(what, day, today: today) }
        try check(horizonOf: day, what, today)
    }

    /// Refuses a day that lies further ahead than any plan looks.
    func check(horizonOf day: CalendarDate, _ what: String, _ today: CalendarDate) throws(PlanRefusal) {
        let last = (today.year + Self.yearsAhead, today.month, today.day)
        guard (day.year, day.month, day.day) <= last else {
            throw .tooFarAhead(what, day, today: today, years: Self.yearsAhead)
        }
    }

    /// Refuses a measure of the catalogue that the analysis does not name for the problems that it is to serve.
    func check(catalogue proposal: MeasureProposal, _ state: PlanState) throws(PlanRefusal) {
        guard let measure = proposal.catalogue else { return }
        let problems = Set(proposal.objectives.compactMap { state.objectives[$0]?.bottleneck })
        let known = (state.analysis?.bottlenecks ?? []).filter { problems.contains($0.id) }.flatMap(\.measures)
        guard known.contains(measure) else {
            throw .notInCatalogue(measure, for: problems.sorted(), known: Set(known).sorted())
        }
    }

    /// The measure with an identifier.
    func measure(_ id: LocalID, in state: PlanState) throws(PlanRefusal) -> Measure {
        guard let measure = state.measures[id] else { throw .unknownMeasure(id, known: state.measures.keys.sorted()) }
        return measure
    }

    /// The analysis on which the plan that is being made must rest.
    ///
    /// Registry and analysis are heard apart: the run may be at the step of adjusting before the new analysis was heard.
    func analysis(for state: PlanState, at phase: Phase) throws(PlanRefusal) -> SafetyAnalysis {
        let next = (state.version?.measurement).map { $0 + 1 } ?? 0
        let needed = max(next, state.evaluated ?? 0)
        guard let analysis = state.analysis, analysis.measurement >= needed else {
            throw .noAnalysis(run, at: phase.label, measurement: needed)
        }
        return analysis
    }

    /// The bottleneck with an identifier in the analysis.
    func bottleneck(
        _ id: LocalID,
        in analysis: SafetyAnalysis
    ) throws(PlanRefusal) -> SafetyAnalysis.Bottleneck {
        guard let bottleneck = analysis.bottleneck(id) else {
            throw .unknownBottleneck(
                id,
                measurement: analysis.measurement,
                known: analysis.bottlenecks.map(\.id).sorted()
            )
        }
        return bottleneck
    }
}
