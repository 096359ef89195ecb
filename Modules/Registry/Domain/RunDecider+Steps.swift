import Scheme

extension RunDecider {
    /// Ends the carrying out of measures, when the scheme's gates are open.
    func startEvaluation(on day: CalendarDate, _ run: Run) throws(RunRefusal) -> [RunEvent.Fact] {
        let scheme = try scheme(run.start.scheme)
        let phase = try requireStep(
            endingWith: .evaluationStarted,
            "the evaluation can only be started",
            run,
            scheme
        )
        try require(.annualReport, of: phase, run.lackingAnnualReport)
        return [
            .evaluationStarted(measurement: run.measurement + 1, on: day),
            try advance(run, from: phase, because: phase.endsWith),
        ]
    }

    /// Takes note of what another context did, and moves the run when that ends the present step.
    ///
    /// What was heard before, or ends no step now, yields nothing; only an unknown scheme is refused, because
    /// to pass over the event would lose a step.
    func hear(_ heard: Heard, _ run: Run) throws(RunRefusal) -> [RunEvent.Fact] {
        let scheme = try scheme(run.start.scheme)
        let phase = run.stoppedOn == nil ? scheme.phase(run.phase) : nil
        let ending = phase.flatMap { $0.endsWith == heard.name ? $0 : nil }
        switch heard.content {
        case .measurement(let number):
            guard let ending, number == run.measurement else { return [] }
            return [try advance(run, from: ending, because: heard.name)]
        case .plan:
            guard let ending else { return [] }
            return [try advance(run, from: ending, because: heard.name)]
        case .certificate(let certificate, let stars):
            guard !run.certificates.contains(certificate) else { return [] }
            let noted = RunEvent.Fact.certificateNoted(certificate, stars: stars)
            guard let ending else { return [noted] }
            return [noted, try advance(run, from: ending, because: heard.name, newRound: true)]
        case .annualReport(let year):
            return run.reportedYears.contains(year) ? [] : [.annualReportNoted(year: year)]
        }
    }

    /// Brings the run to the step that follows.
    func advance(
        _ run: Run,
        from phase: Phase,
        because event: String,
        newRound: Bool = false
    ) throws(RunRefusal) -> RunEvent.Fact {
        guard let next = try scheme(run.start.scheme).phase(phase.next) else { throw .noSteps(run.start.scheme) }
        let round = newRound ? run.round + 1 : run.round
        return .phaseChanged(
            PhaseChange(from: phase.number, to: next.number, name: next.name, round: round, because: event)
        )
    }

    /// Returns the present step when it ends with an event, or refuses and says where the run is.
    func requireStep(
        endingWith end: StepEnd,
        _ deed: String,
        _ run: Run,
        _ scheme: Scheme
    ) throws(RunRefusal) -> Phase {
        guard let phase = scheme.phase(run.phase), phase.end == end else {
            let present = scheme.phase(run.phase)?.label ?? "step \(run.phase)"
            let wanted = scheme.phase(endingWith: end)?.label
            throw .wrongStep(run.id, at: present, deed: deed, only: wanted)
        }
        return phase
    }

    /// Refuses when the scheme puts this gate at the end of the step and something is lacking.
    func require(_ gate: Gate, of phase: Phase, _ lacking: String?) throws(RunRefusal) {
        guard phase.gates.contains(gate), let lacking else { return }
        throw .gateClosed(gate, step: phase.label, lacking: lacking)
    }
}
