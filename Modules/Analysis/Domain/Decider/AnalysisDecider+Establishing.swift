import Scheme

extension AnalysisDecider {
    func establish(
        _ on: CalendarDate,
        _ discussedOn: CalendarDate?,
        _ proposed: [NewBottleneck],
        _ tally: SurveyTally?,
        _ links: [LinkedAnswers],
        _ present: PresentMeasurement,
        _ state: AnalysisState,
        _ today: CalendarDate
    ) throws(AnalysisRefusal) -> [AnalysisEvent] {
        try check(on, "the establishing of the measurement", notAfter: today)
        for gate in present.phase.gates { try check(gate, present, discussedOn, on) }
        let survey = present.measurement.survey
        if let closed = survey?.closedOn, on < closed {
            throw .tooEarly(on, what: "the establishing", since: "the closing of the survey", closed)
        }
        if let survey, (tally?.responses ?? 0) != survey.answers {
            throw .responsesLost(kept: tally?.responses ?? 0, answers: survey.answers)
        }
        let figures = present.measurement.figures(tally, establishments: present.run.establishments, by: data)
        let done = EstablishedAnalysis(
            on: on,
            surveyClosedOn: survey?.closedOn,
            figures: figures,
            bottlenecks: try bottlenecks(proposed, figures)
        )
        let established = AnalysisEvent.analysisEstablished(present.ref, done)
        guard present.ref.number > 0 else { return [established] }
        let comparisons = state.established(before: present.ref.number)
            .map { compare($0, present.measurement, figures, links) }
        let evaluation = Evaluation(on: on, comparisons: comparisons ?? [])
        return [established, .evaluationEstablished(present.ref, evaluation)]
    }

    /// The one place where the gates of a measuring step are checked; other gates belong to other steps.
    private func check(
        _ gate: Gate,
        _ present: PresentMeasurement,
        _ discussedOn: CalendarDate?,
        _ on: CalendarDate
    ) throws(AnalysisRefusal) {
        let measurement = present.measurement
        switch gate {
        case .requiredSources:
            let missing = measurement.missing(of: present.scheme.requiredSources)
            guard missing.isEmpty else {
                let isOpen = measurement.survey != nil && measurement.survey?.closedOn == nil
                throw .sourcesMissing(present.phase.label, missing, surveyIsOpen: isOpen)
            }
        case .surveyResponse:
            let survey = measurement.survey
            let (answers, invited) = (survey?.answers ?? 0, survey?.invited ?? present.run.establishments)
            let needed = present.scheme.answersNeeded(of: invited)
            guard answers >= needed else {
                throw .responseTooLow(present.phase.label, answers: answers, needed: needed, invited: invited)
            }
        case .inspectionRounds:
            let missing = missingRounds(present)
            guard missing.isEmpty else { throw .roundsMissing(present.phase.label, missing) }
        case .workgroupDiscussed:
            guard let discussedOn else { throw .notDiscussed(present.phase.label) }
            guard discussedOn <= on else { throw .discussedLater(discussedOn, than: on) }
        default: break
        }
    }

    private func missingRounds(_ present: PresentMeasurement) -> [String] {
        let asked = present.scheme.inspections(for: present.run.kind)
        let rounds = present.measurement.inspections
        let day = asked.day - rounds.count { $0.kind == .day }
        let dark = asked.dark - rounds.count { $0.kind == .dark }
        let other = asked.any - rounds.count - max(0, day) - max(0, dark)
        return [(day, "by daylight"), (dark, "in the dark"), (other, "of either kind")]
            .filter { $0.0 > 0 }.map { "\($0.0) round\($0.0 == 1 ? "" : "s") \($0.1)" }
    }

    private func bottlenecks(
        _ proposed: [NewBottleneck],
        _ figures: [Figure]
    ) throws(AnalysisRefusal) -> [Bottleneck] {
        guard !proposed.isEmpty else { throw .noBottlenecks }
        var bottlenecks: [Bottleneck] = []
        for new in proposed {
            guard !bottlenecks.contains(where: { $0.id == new.id }) else { throw .bottleneckRepeated(new.id) }
            guard new.title.isFitForALine else { throw .unfitTitle(new.id) }
            guard let figure = figures.first(where: { $0.id.text == new.indicator }) else {
                throw .unknownIndicator(new.indicator, of: new.id, known: figures.map(\.id))
            }
            let problems = data.problems.entry(of: figure.id)?.problems ?? []
            bottlenecks.append(
                Bottleneck(
                    id: new.id,
                    title: new.title,
                    figure: figure.id,
                    value: figure.value,
                    measures: data.measures.measures(for: problems).map(\.id)
                )
            )
        }
        return bottlenecks
    }
}
