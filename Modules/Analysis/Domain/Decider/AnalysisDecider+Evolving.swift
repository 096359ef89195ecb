import Scheme

extension AnalysisDecider {
    package func evolve(_ state: inout AnalysisState, _ event: AnalysisEvent) {
        switch event {
        case .heard(let news): state.hear(news)
        case .surveyOpened(let ref, let opening):
            state.change(ref) {
                $0.survey = Survey(
                    questionnaire: opening.questionnaire,
                    invited: opening.invited,
                    openedOn: opening.on
                )
            }
        case .responsesReceived(let ref, let receipt): state.change(ref) { $0.survey?.answers += receipt.count }
        case .surveyClosed(let ref, let closing): state.change(ref) { $0.survey?.closedOn = closing.on }
        case .inspectionHeld(let ref, let round):
            state.change(ref) { $0.inspections.append(InspectionRound(id: round.id, kind: round.kind, on: round.on)) }
        case .findingRecorded(let ref, let finding): state.change(ref) { $0.record(finding) }
        case .findingResolved(let ref, let resolution): state.change(ref) { $0.resolve(resolution) }
        case .policeDelivered(let ref, let delivery): state.change(ref) { $0.windows[.policeFigures] = delivery.window }
        case .fireDelivered(let ref, let delivery): state.change(ref) { $0.windows[.fireFigures] = delivery.window }
        case .policeCounted(let ref, let counts): state.change(ref) { $0.crimes = counts }
        case .fireCounted(let ref, let counts): state.change(ref) { $0.fires = counts }
        case .analysisEstablished(let ref, let done): state.change(ref) { $0.established = done }
        case .evaluationEstablished(let ref, let evaluation): state.change(ref) { $0.evaluation = evaluation }
        case .thresholdReached: break
        }
    }
}

extension Measurement {
    fileprivate mutating func record(_ finding: InspectionFinding) {
        guard let index = inspections.firstIndex(where: { $0.id == finding.inspection }) else { return }
        inspections[index].findings.updateValue(nil, forKey: finding.id)
    }

    fileprivate mutating func resolve(_ resolution: FindingResolution) {
        guard let index = inspections.firstIndex(where: { $0.findings[resolution.finding] != nil }) else { return }
        inspections[index].findings.updateValue(resolution.on, forKey: resolution.finding)
    }
}
