extension CertificationDecider {
    package func evolve(_ state: inout CertificationState, _ event: CertificationEvent) {
        switch event.fact {
        case .heard(let heard): evolve(&state, heard, event)
        case .auditRequested(let id, _, let day):
            state.applications.append(Application(id: id, requestedOn: day, round: state.round))
        case .auditPlanned(_, let reviewer, let day):
            state.changeApplication { ($0.status, $0.reviewer, $0.plannedOn) = (.planned, reviewer, day) }
        case .nonconformityFound(_, let id, _, let due):
            state.changeApplication { $0.nonconformities[id] = Nonconformity(due: due) }
        case .nonconformityResolved(_, let id, let day):
            state.changeApplication { $0.nonconformities[id]?.resolvedOn = day }
        case .auditCompleted(_, _, let isPositive, let day):
            state.changeApplication { ($0.status, $0.isPositive, $0.completedOn) = (.completed, isPositive, day) }
        case .granted(let terms):
            state.changeApplication { $0.status = .granted }
            state.certificates.append(Certificate(terms))
        case .renewed(let terms, _):
            state.changeApplication { $0.status = .granted }
            state.changeCertificate(.replace, on: terms.decidedOn)
            state.certificates.append(Certificate(terms))
        case .refused: state.changeApplication { $0.status = .refused }
        case .expiring(_, _, let days):
            if let last = state.certificates.indices.last { state.certificates[last].lastWarning = days }
        case .expired(_, let day): state.changeCertificate(.expire, on: day)
        case .suspended(_, let day): state.changeCertificate(.suspend, on: day)
        case .suspensionLifted(_, let day): state.changeCertificate(.lift, on: day)
        case .withdrawn(_, let day): state.changeCertificate(.withdraw, on: day)
        }
    }

    private func evolve(_ state: inout CertificationState, _ heard: Heard, _ event: CertificationEvent) {
        switch heard {
        case .runStarted(let profile): (state.profile, state.areas) = (profile, event.areas)
        case .phaseChanged(let phase, let round): (state.phase, state.round) = (phase, round)
        case .partyJoined(let organisation):
            state.parties.insert(organisation)
            state.partiesEver.insert(organisation)
        case .partyLeft(let organisation): state.parties.remove(organisation)
        case .runStopped: state.isStopped = true
        case .measurement(let measurement): state.measurement = measurement
        case .plan(let version): state.planVersion = version
        }
    }

    /// Whether hearing this would change nothing: it was heard before, or is older than what was heard.
    func knows(_ heard: Heard, _ state: CertificationState) -> Bool {
        switch heard {
        case .runStarted: state.profile != nil
        case .phaseChanged(let phase, let round): (state.phase, state.round) == (phase, round)
        case .partyJoined(let organisation): state.parties.contains(organisation)
        case .partyLeft(let organisation): !state.parties.contains(organisation)
        case .runStopped: state.isStopped
        case .measurement(let measurement): measurement.number <= state.measurement?.number ?? -1
        case .plan(let version): version <= state.planVersion ?? 0
        }
    }
}
