import Scheme

extension AnalysisDecider {
    func hold(
        _ rounds: [NewInspection],
        _ present: PresentMeasurement,
        _ state: AnalysisState,
        _ today: CalendarDate
    ) throws(AnalysisRefusal) -> [AnalysisEvent] {
        guard !rounds.isEmpty else { throw .noInspection }
        var known = present.measurement.inspections
        var events: [AnalysisEvent] = []
        for (index, round) in rounds.enumerated() {
            try check(round.on, InspectionWindow(runStartedOn: present.run.startedOn, today: today))
            if let fault = round.lightFault { throw .inspectionInLight(fault) }
            try check(round.participants, state.parties)
            if let same = known.first(where: { $0.kind == round.kind && $0.on == round.on }) {
                throw .inspectionRepeated(round.kind, on: round.on, as: same.id)
            }
            let id = Self.local("S\(state.inspectionCount + index + 1)")
            known.append(InspectionRound(id: id, kind: round.kind, on: round.on))
            events.append(
                .inspectionHeld(
                    present.ref,
                    InspectionHolding(id: id, kind: round.kind, participants: round.participants, on: round.on)
                )
            )
            for (index, finding) in round.findings.enumerated() {
                events += try record(finding, as: index + 1, of: id, round.on, present.ref, today)
            }
        }
        return events
    }

    private func check(_ day: CalendarDate, _ window: InspectionWindow) throws(AnalysisRefusal) {
        let what = "an inspection round"
        try check(day, what, notAfter: window.today)
        switch window.fault(of: day) {
        case .beforeRun(let start): throw .tooEarly(day, what: what, since: "the start of the run", start)
        case .tooOld: throw .inspectionTooOld(day, today: window.today)
        case nil: break
        }
    }

    private func check(
        _ participants: [OrganisationID],
        _ parties: Set<OrganisationID>
    ) throws(AnalysisRefusal) {
        guard !participants.isEmpty else { throw .noParticipants }
        let strangers = participants.filter { !parties.contains($0) }
        guard strangers.isEmpty else { throw .strangers(strangers) }
        var seen: Set<OrganisationID> = []
        for participant in participants where !seen.insert(participant).inserted {
            throw .participantRepeated(participant)
        }
    }

    private func record(
        _ finding: NewFinding,
        as number: Int,
        of round: LocalID,
        _ day: CalendarDate,
        _ ref: MeasurementRef,
        _ today: CalendarDate
    ) throws(AnalysisRefusal) -> [AnalysisEvent] {
        let id = Self.local("\(round).\(number)")
        let recorded = AnalysisEvent.findingRecorded(
            ref,
            InspectionFinding(
                inspection: round,
                id: id,
                category: finding.category,
                severity: finding.severity,
                owner: finding.owner,
                due: finding.due
            )
        )
        guard let resolvedOn = finding.resolvedOn else { return [recorded] }
        try check(id, resolvedOn: resolvedOn, foundOn: day, today)
        return [recorded, .findingResolved(ref, FindingResolution(finding: id, on: resolvedOn))]
    }

    /// Solves a finding of any measurement, also of one that is established: its figures were frozen then.
    func resolve(
        _ finding: LocalID,
        _ on: CalendarDate,
        _ run: AnalysedRun,
        _ state: AnalysisState,
        _ today: CalendarDate
    ) throws(AnalysisRefusal) -> [AnalysisEvent] {
        for measurement in state.measurements.values {
            guard let round = measurement.inspections.first(where: { $0.findings[finding] != nil }) else { continue }
            if let resolvedOn = round.findings[finding] ?? nil { throw .findingResolved(finding, on: resolvedOn) }
            try check(finding, resolvedOn: on, foundOn: round.on, today)
            let ref = MeasurementRef(run: run.run, areas: run.areas, number: measurement.number)
            return [.findingResolved(ref, FindingResolution(finding: finding, on: on))]
        }
        throw .unknownFinding(finding, in: run.run)
    }

    private func check(
        _ finding: LocalID,
        resolvedOn day: CalendarDate,
        foundOn found: CalendarDate,
        _ today: CalendarDate
    ) throws(AnalysisRefusal) {
        let what = "the solution of finding \(finding)"
        try check(day, what, notAfter: today)
        guard day >= found else { throw .tooEarly(day, what: what, since: "its round", found) }
    }

    private static func local(_ text: String) -> LocalID {
        guard let id = LocalID(text) else { preconditionFailure("\(text) is a local identifier") }
        return id
    }
}
