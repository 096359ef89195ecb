import AnalysisDomain
import AnalysisImport
import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Scheme

extension AnalysisPlugin {
    var surveyCommands: [CommandHandler] {
        [
            CommandHandler(OpenSurvey.self) { command, work in
                let questionnaire = try command.questionnaire.map { text in
                    guard let id = QuestionnaireID(text) else {
                        throw InvalidInput("\u{201c}\(text)\u{201d} is not \(QuestionnaireID.rule).")
                    }
                    return id
                }
                try measure(
                    .openSurvey(questionnaire, invited: command.invited, on: command.on),
                    of: command.run,
                    work
                )
            },
            CommandHandler(answering: ImportResponses.self) { try importResponses($0, $1) },
            CommandHandler(CloseSurvey.self) { command, work in
                try measure(.closeSurvey(on: command.on), of: command.run, work)
            },
        ]
    }

    private func importResponses(_ command: ImportResponses, _ work: PluginWork) throws -> ImportedResponses {
        let present = try present(of: command.run, doing: .importResponses, work)
        let survey = try present.openSurvey(doing: .importResponses)
        let questionnaire = try questionnaire(of: survey)
        let prefix = present.ref.keyPrefix
        let (responses, notices) = try read(command, questionnaire, try work.desk(of: present.ref))
        let receipt = ResponseReceipt(count: responses.count, digest: command.file.digest)
        try measure(.receiveResponses(receipt), of: command.run, work)
        for response in responses {
            try work.keep(ResponseDocument(response), at: prefix + response.respondent.text, in: .responses)
            for (question, text) in response.remarks {
                // A key by chance: neither the key nor the order of the documents says whose words they are.
                let remark = RemarkDocument(question: question, text: text)
                try work.keep(remark, at: prefix + UUID().uuidString, in: .remarks)
            }
        }
        return ImportedResponses(
            received: responses.count,
            answers: survey.answers + responses.count,
            needed: present.scheme.answersNeeded(of: survey.invited),
            notices: notices.isEmpty ? nil : notices
        )
    }

    /// Reads a file of our own layout, or one of LimeSurvey by its mapping.
    private func read(
        _ command: ImportResponses,
        _ questionnaire: Questionnaire,
        _ desk: RespondentDesk
    ) throws -> (responses: [SurveyResponse], notices: [String]) {
        guard let file = command.mapping else {
            let responses = try command.file.read { bytes throws(ImportError) in
                try SurveyFile.read(bytes, of: questionnaire, at: desk)
            }
            return (responses, [])
        }
        let mapping = try file.read { bytes throws(ImportError) in
            try LimeSurveyMapping(parsing: bytes, to: questionnaire)
        }
        let reading = try command.file.read { bytes throws(ImportError) in
            try LimeSurveyFile.read(bytes, by: mapping, of: questionnaire, at: desk)
        }
        return (reading.responses, reading.notices)
    }

    func questionnaire(of survey: Survey) throws(AnalysisRefusal) -> Questionnaire {
        guard let questionnaire = decider.data.questionnaires[survey.questionnaire] else {
            throw .unknownQuestionnaire(survey.questionnaire, known: decider.data.questionnaires.all.map(\.id))
        }
        return questionnaire
    }

    /// Counts the private answers of a measurement; `nil` when it has no survey.
    func tally(of present: PresentMeasurement, _ work: PluginWork) throws -> SurveyTally? {
        guard let survey = present.measurement.survey else { return nil }
        let responses = try work.transaction.documents(in: .responses, prefix: present.ref.keyPrefix)
            .map { try JSON.decode(ResponseDocument.self, from: $0.body).response }
        return try questionnaire(of: survey).tally(responses)
    }
}
