import AnalysisDomain
import Contracts
import EventSourcing
import PluginKit
import Scheme

extension AnalysisPlugin {
    /// All figures of an established measurement: only what was frozen at its establishing, and what became of findings.
    func report(_ query: ReportQuery, _ reader: any StoreReader) throws -> MeasurementReport {
        let stream = StreamName.analysis(of: query.run)
        let state = try reader.load(decider, from: stream, codec: codec).state
        guard let run = state.run else { throw AnalysisRefusal.unknownRun(query.run) }
        let asked = query.measurement.flatMap { state.measurements[$0] }
        guard let now = query.measurement == nil ? state.established(before: .max) : asked,
            let established = now.established
        else { throw AnalysisRefusal.notEstablished(query.run, number: query.measurement) }
        let before = state.established(before: now.number)
        let pair = MeasurementPair(now: now, before: before, data: decider.data)
        let events = try reader.events(in: stream, after: .none)
        let sources = try SourceLog(of: events, codec).sources
        let numbers = [now.number] + [before?.number].compactMap(\.self)
        let (survey, crimes) = (pair.questions, pair.crimes)
        return MeasurementReport(
            run: query.run,
            areas: run.areas,
            areaKind: run.kind,
            scheme: run.scheme,
            measurement: now.number,
            establishedOn: established.on,
            establishments: now.establishments,
            earlier: before.flatMap { before in
                before.established.map { done in
                    ReportedEarlier(
                        measurement: before.number,
                        establishedOn: done.on,
                        establishments: before.establishments
                    )
                }
            },
            response: now.survey.map { response($0, run) },
            responseBefore: before?.survey.map { response($0, run) },
            survey: survey,
            crimes: crimes,
            fires: pair.fires,
            inspection: try ReportedInspection(of: numbers, try InspectionLog(of: events, codec), query.run, reader),
            problems: decider.problems(established),
            provenance: numbers.flatMap { sources[$0] ?? [] },
            notes: pair.notes(survey, crimes)
        )
    }

    private func response(_ survey: Survey, _ run: AnalysedRun) -> ReportedResponse {
        ReportedResponse(
            questionnaire: survey.questionnaire.text,
            invited: survey.invited,
            answers: survey.answers,
            needed: decider.schemes[run.scheme]?.answersNeeded(of: survey.invited) ?? 0,
            margin: survey.margin,
            openedOn: survey.openedOn,
            closedOn: survey.closedOn
        )
    }
}

extension Measurement {
    /// The number of establishments by which the rates were divided; 0 when there are no rates.
    fileprivate var establishments: Int {
        established?.figures.first { $0.unit == .ratePer100 }?.population ?? 0
    }
}
