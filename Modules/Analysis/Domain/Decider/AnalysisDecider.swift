import EventSourcing
package import Scheme

/// Decides about the measurements of one run.
package struct AnalysisDecider: Decider {
    /// The scheme versions by which runs are judged.
    package let schemes: SchemeCatalogue
    /// The questionnaires and lists by which measurements are made.
    package let data: ReferenceData

    /// Makes a decider.
    package init(schemes: SchemeCatalogue, data: ReferenceData) { (self.schemes, self.data) = (schemes, data) }

    package var initial: AnalysisState { AnalysisState() }

    package func decide(_ command: AnalysisCommand, _ state: AnalysisState) throws(AnalysisRefusal) -> [AnalysisEvent] {
        switch command {
        case .hear(let news):
            return hear(news, state)
        case .resolve(let finding, let on, let run, let today):
            return try resolve(finding, on, try running(run, in: state), state, today)
        case .measure(let command, let run, let today):
            let present = try present(of: run, in: state, doing: command.action)
            return try decide(command, present, state, today)
        }
    }

    private func decide(
        _ command: MeasurementCommand,
        _ present: PresentMeasurement,
        _ state: AnalysisState,
        _ today: CalendarDate
    ) throws(AnalysisRefusal) -> [AnalysisEvent] {
        switch command {
        case .openSurvey(let questionnaire, let invited, let on):
            try openSurvey(questionnaire, invited, on, present, today)
        case .receiveResponses(let receipt): try receive(receipt, present)
        case .closeSurvey(let on): try closeSurvey(on, present, today)
        case .holdInspections(let rounds): try hold(rounds, present, state, today)
        case .deliverPolice(let figures): try deliver(figures, present, state, today)
        case .deliverFire(let figures): try deliver(figures, present, state, today)
        case .establish(let on, let discussedOn, let bottlenecks, let tally, let links):
            try establish(on, discussedOn, bottlenecks, tally, links, present, state, today)
        }
    }

    /// Finds the measurement that can be worked on now.
    ///
    /// - Throws: A refusal when the run is unknown or stopped, is at another step, or when the measurement is established.
    package func present(
        of id: RunID,
        in state: AnalysisState,
        doing action: MeasurementAction
    ) throws(AnalysisRefusal) -> PresentMeasurement {
        let run = try running(id, in: state)
        guard let scheme = schemes[run.scheme] else { throw .unknownScheme(id, run.scheme) }
        guard let phase = scheme.phase(state.step), let step = MeasuringStep(rawValue: phase.endsWith) else {
            throw .wrongStep(
                id,
                at: scheme.phase(state.step)?.label ?? "step \(state.step)",
                action,
                allowed: MeasuringStep.allCases.compactMap { scheme.phase(endingWith: $0.rawValue)?.label }
            )
        }
        let number = step.measurement(announced: state.announced, round: state.round)
        let measurement = state.measurements[number] ?? Measurement(number: number)
        if let done = measurement.established { throw .established(id, number: number, on: done.on) }
        return PresentMeasurement(
            ref: MeasurementRef(run: id, areas: run.areas, number: number),
            run: run,
            scheme: scheme,
            phase: phase,
            measurement: measurement
        )
    }

    /// Finds the run at whatever step it is, unless it is unknown or stopped.
    private func running(_ id: RunID, in state: AnalysisState) throws(AnalysisRefusal) -> AnalysedRun {
        guard let run = state.run else { throw .unknownRun(id) }
        if let stopped = state.stoppedOn { throw .stopped(id, on: stopped) }
        return run
    }

    /// Refuses a day that has not come yet for something that is said to have happened.
    func check(_ date: CalendarDate, _ what: String, notAfter today: CalendarDate) throws(AnalysisRefusal) {
        guard date <= today else { throw .future(date, what: what, today: today) }
    }
}
