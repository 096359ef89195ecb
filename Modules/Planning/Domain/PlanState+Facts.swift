package import Scheme

extension PlanState {
    /// Whether the passing of the present deadline was told and the measure is still not done.
    package func isOverdue(_ measure: LocalID) -> Bool {
        guard let assignment = measures[measure]?.openAssignment else { return false }
        return overdue[measure] == assignment.deadline
    }

    /// Whether an organisation takes part, as whatever kind of party.
    package func isParty(_ organisation: OrganisationID) -> Bool {
        parties.contains { $0.organisation == organisation }
    }

    /// The objectives in the order of their identifiers.
    package var sortedObjectives: [Objective] { objectives.values.sorted { $0.id < $1.id } }

    /// The measures in the order of their identifiers.
    package var sortedMeasures: [Measure] { measures.values.sorted { $0.proposal.id < $1.proposal.id } }

    /// The first deadline of which the passing has not been told yet, or `nil`.
    package var nextDeadline: CalendarDate? {
        guard !isStopped else { return nil }
        return measures.values.compactMap(\.openAssignment).filter { overdue[$0.id] != $0.deadline }.map(\.deadline)
            .min()
    }

    /// Whether something heard adds nothing to what is known; the same event is heard once per area.
    func knows(_ fact: HeardFact) -> Bool {
        switch fact {
        case .runStarted: run != nil
        case .phaseChanged(let number, let round): (phase, self.round) == (number, round)
        case .partyJoined(let party): parties.contains(party)
        case .partyLeft(let party): !parties.contains(party)
        case .runStopped: isStopped
        case .analysisEstablished(let new): analysis.map { new.measurement <= $0.measurement } ?? false
        case .evaluationEstablished(let measurement, _, _): evaluated.map { measurement <= $0 } ?? false
        }
    }
}
