extension AnalysisDecider {
    /// Takes note of what the registry says, once: news that changes nothing yields no event.
    func hear(_ news: RegistryNews, _ state: AnalysisState) -> [AnalysisEvent] {
        if case .run = news, state.run != nil { return [] }
        var after = state
        after.hear(news)
        return after == state ? [] : [.heard(news)]
    }
}

extension AnalysisState {
    /// Folds news of the registry into the state.
    mutating func hear(_ news: RegistryNews) {
        switch news {
        case .run(let run): self.run = run
        case .area(let change): run?.apply(change)
        case .phase(let step, let round): (self.step, self.round) = (step, round)
        case .joined(let organisation): parties.insert(organisation)
        case .left(let organisation): parties.remove(organisation)
        case .evaluation(let measurement): announced = measurement
        case .stopped(let day): stoppedOn = stoppedOn ?? day
        }
    }
}

extension AnalysedRun {
    /// Takes over an area's new facts; of a run of several areas, the difference with the old ones.
    mutating func apply(_ change: AreaChange) {
        guard areas != [change.area] else {
            (establishments, regions) = (change.after.establishments, change.after.regions)
            return
        }
        guard areas.contains(change.area), let before = change.before else { return }
        establishments += change.after.establishments - before.establishments
        regions.removeAll { before.regions.contains($0) && !change.after.regions.contains($0) }
        regions += change.after.regions.filter { !regions.contains($0) }
    }
}
