import Scheme

/// The gates of a plan; a gate is asked only where the scheme lists it for the step.
extension PlanDecider {
    /// Refuses with the first gate of the step that is closed, in the order of the scheme.
    func checkGates(
        of place: Place,
        _ state: PlanState,
        _ analysis: SafetyAnalysis,
        agreedBy: Set<OrganisationID>,
        on day: CalendarDate
    ) throws(PlanRefusal) {
        for gate in place.phase.gates {
            switch gate {
            case .bottlenecksCovered: try checkCover(place, state, analysis, on: day)
            case .measuresAssigned: try checkAssignments(place, state)
            case .mandatoryPartiesAgree: try checkAgreement(place, state, agreedBy)
            case .mandatoryPartiesSigned, .requiredSources, .surveyResponse, .inspectionRounds, .workgroupDiscussed,
                .surveyFresh, .independentReviewer, .auditComplete, .nonconformitiesResolved, .positiveDecision,
                .annualReport:
                continue
            }
        }
    }

    private func checkCover(
        _ place: Place,
        _ state: PlanState,
        _ analysis: SafetyAnalysis,
        on day: CalendarDate
    ) throws(PlanRefusal) {
        let open = analysis.bottlenecks.map(\.id).filter { state.arguedAway[$0] == nil }.compactMap { id in
            state.gap(of: id, on: day).map { UncoveredBottleneck(id, $0) }
        }
        guard open.isEmpty else { throw .uncovered(at: place.phase.label, on: day, open) }
    }

    private func checkAssignments(_ place: Place, _ state: PlanState) throws(PlanRefusal) {
        let lacking = state.sortedMeasures.compactMap { measure -> UnassignedMeasure? in
            guard case .proposed(let proposal, _) = measure, proposal.assignment == nil else { return nil }
            return UnassignedMeasure(
                id: proposal.id,
                lacksOwner: proposal.owner == nil,
                lacksDeadline: proposal.deadline == nil
            )
        }
        guard lacking.isEmpty else { throw .unassigned(at: place.phase.label, lacking) }
    }

    private func checkAgreement(
        _ place: Place,
        _ state: PlanState,
        _ agreedBy: Set<OrganisationID>
    ) throws(PlanRefusal) {
        var silent: [PartyKind] = []
        var absent: [PartyKind] = []
        for kind in place.scheme.mandatoryPartyKinds {
            let organisations = state.parties.filter { $0.kind == kind }.map(\.organisation)
            if organisations.isEmpty {
                absent.append(kind)
            } else if agreedBy.isDisjoint(with: organisations) {
                silent.append(kind)
            }
        }
        guard silent.isEmpty, absent.isEmpty else {
            throw .notAgreed(at: place.phase.label, silent: silent, absent: absent)
        }
    }
}
