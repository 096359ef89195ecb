package import Scheme

/// What the plan does about the bottlenecks of the latest analysis.
extension PlanState {
    /// Whether the plan as it stands has an objective and a measure for a bottleneck, without looking at the calendar.
    ///
    /// An objective counts when it lasts beyond the day of the latest analysis, before which no plan on it is adopted.
    package func isCovered(_ bottleneck: LocalID) -> Bool {
        analysis.map { gap(of: bottleneck, on: $0.on) == nil } ?? false
    }

    /// What a bottleneck lacks in a plan that is adopted on a day, or `nil` when it is covered.
    func gap(of bottleneck: LocalID, on day: CalendarDate) -> UncoveredBottleneck.Gap? {
        let objectives = sortedObjectives.filter { $0.bottleneck == bottleneck }
        guard !objectives.isEmpty else { return .noObjective }
        let lasting = objectives.filter { $0.by > day }.map(\.id)
        guard !lasting.isEmpty else { return .objectivesOver(objectives.map(\.id)) }
        return lasting.contains(where: isServed) ? nil : .noOpenMeasure(lasting)
    }

    private func isServed(_ objective: LocalID) -> Bool {
        measures.values.contains { counts($0) && $0.proposal.objectives.contains(objective) }
    }

    /// Whether a measure answers the latest analysis.
    ///
    /// Finished work was part of what that analysis measured, unless the plan in force already rests on it.
    private func counts(_ measure: Measure) -> Bool {
        switch measure {
        case .proposed, .assigned, .started: true
        case .done: version != nil && version?.measurement == analysis?.measurement
        case .dropped: false
        }
    }
}
