import AnalysisDomain
import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import Scheme

extension AnalysisPlugin {
    var surveyQueries: [QueryHandler] {
        [
            QueryHandler(SurveyStatusQuery.self) { try surveyStatus($0, $1) },
            QueryHandler(SurveyResultsQuery.self) { try surveyResults($0, $1) },
            QueryHandler(SurveyRemarksQuery.self) { try surveyRemarks($0, $1) },
        ]
    }

    /// A survey with the measurement that it belongs to.
    private typealias FoundSurvey = (ref: MeasurementRef, survey: Survey, scheme: SchemeID)

    private func surveyStatus(_ query: SurveyStatusQuery, _ reader: any StoreReader) throws -> SurveyStatus {
        let found = try survey(of: query.run, query.measurement, reader)
        let progress = SurveyProgress(
            answers: found.survey.answers,
            invited: found.survey.invited,
            needed: decider.schemes[found.scheme]?.answersNeeded(of: found.survey.invited) ?? 0
        )
        let codes = try reader.document(found.ref.key, in: .invitations)
            .map { try JSON.decode(InvitationDocument.self, from: $0).names.count }
        return SurveyStatus(
            run: query.run,
            measurement: found.ref.number,
            questionnaire: found.survey.questionnaire.text,
            invited: progress.invited,
            codes: codes,
            answers: progress.answers,
            needed: progress.needed,
            margin: progress.margin,
            marginNeeded: progress.marginNeeded,
            isOpen: found.survey.closedOn == nil,
            closedOn: found.survey.closedOn
        )
    }

    private func surveyResults(_ query: SurveyResultsQuery, _ reader: any StoreReader) throws -> SurveyResults {
        let found = try survey(of: query.run, query.measurement, reader)
        guard found.survey.closedOn != nil else {
            throw InvalidInput(
                "the ondernemersenqu\u{EA}te is still open: what came out is told once it is closed, because the "
                    + "difference of two looks would tell what one firm answered; kvo survey status tells how far it is."
            )
        }
        let responses = try reader.documents(in: .responses, prefix: found.ref.keyPrefix)
            .map { try JSON.decode(ResponseDocument.self, from: $0.body).response }
        let outcome = SurveyOutcome(
            of: responses,
            to: try questionnaire(of: found.survey),
            invited: found.survey.invited,
            by: query.by.flatMap { FirmGrouping(rawValue: $0.rawValue) }
        )
        return SurveyResults(
            run: query.run,
            measurement: found.ref.number,
            questionnaire: found.survey.questionnaire.text,
            invited: outcome.invited,
            answers: outcome.answers,
            by: outcome.stratum.flatMap { SurveyStratum(rawValue: $0.rawValue) },
            questions: outcome.questions.map(QuestionResult.init),
            further: outcome.further.map(FurtherResult.init)
        )
    }

    private func surveyRemarks(_ query: SurveyRemarksQuery, _ reader: any StoreReader) throws -> SurveyRemarks {
        let found = try survey(of: query.run, query.measurement, reader)
        let remarks = try reader.documents(in: .remarks, prefix: found.ref.keyPrefix)
            .map { try JSON.decode(RemarkDocument.self, from: $0.body) }
        return SurveyRemarks(
            run: query.run,
            measurement: found.ref.number,
            remarks: remarks.map { SurveyRemark(question: $0.question.text, text: $0.text) }
        )
    }

    private func survey(of id: RunID, _ number: Int?, _ reader: any StoreReader) throws -> FoundSurvey {
        let state = try reader.load(decider, from: .analysis(of: id), codec: codec).state
        guard let run = state.run else { throw AnalysisRefusal.unknownRun(id) }
        let all = state.measurements.values.filter { $0.survey != nil && (number == nil || $0.number == number) }
        guard let newest = all.max(by: { $0.number < $1.number }), let survey = newest.survey else {
            let which = number.map { "the \($0)-meting of run \(id)" } ?? "run \(id)"
            throw InvalidInput("\(which) has no ondernemersenqu\u{EA}te; open one first with kvo survey open.")
        }
        return (MeasurementRef(run: id, areas: run.areas, number: newest.number), survey, run.scheme)
    }
}
