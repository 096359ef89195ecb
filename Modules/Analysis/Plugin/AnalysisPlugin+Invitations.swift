import AnalysisDomain
import AnalysisImport
import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import Scheme

extension AnalysisPlugin {
    var invitationCommands: [CommandHandler] {
        [CommandHandler(answering: InviteRespondents.self) { try invite($0, $1) }]
    }

    private func invite(_ command: InviteRespondents, _ work: PluginWork) throws -> InvitedRespondents {
        let present = try present(of: command.run, doing: .invite, work)
        let survey = try present.openSurvey(doing: .invite)
        let codes = try Self.codes(command.codes)
        guard codes.count == survey.invited else {
            throw InvalidInput(
                "there are \(codes.count) codes and the survey was opened for \(survey.invited) establishments, a number "
                    + "that no longer changes; invite exactly those."
            )
        }
        let key = try work.codeKey(of: command.run) ?? makeKey(of: command.run, work)
        let names = Set(codes.map(key.name))
        let answered = try work.respondents(of: present.ref)
        let strangers = answered.subtracting(names)
        guard strangers.isEmpty else {
            throw InvalidInput(
                "\(strangers.count) of the \(answered.count) establishments that have answered did so under codes that are "
                    + "not among these; give the list that was sent, with their codes in it."
            )
        }
        try work.keep(InvitationDocument(names), at: present.ref.key, in: .invitations)
        return InvitedRespondents(codes: codes.count, answered: answered.count)
    }

    private static func codes(_ texts: [String]) throws(InvalidInput) -> Set<RespondentCode> {
        var codes: Set<RespondentCode> = []
        for text in texts {
            let code: ResponseCode
            do { code = try ResponseCode(typed: text) } catch { throw InvalidInput("\u{201c}\(text)\u{201d} \(error)") }
            guard let respondent = RespondentCode(code.text), codes.insert(respondent).inserted else {
                throw InvalidInput("code \(code.text) is given twice; each establishment has its own.")
            }
        }
        return codes
    }

    /// Makes the run's key and keeps what came in before under names made by it, so that it stays linked.
    private func makeKey(of run: RunID, _ work: PluginWork) throws -> CodeKey {
        let key = CodeKey.random()
        try work.keep(key, at: run.text, in: .codeKeys)
        for document in try work.transaction.documents(in: .responses, prefix: "\(run)/") {
            let response = try JSON.decode(ResponseDocument.self, from: document.body).response
            let name = key.name(of: response.respondent)
            let prefix = document.key.dropLast(response.respondent.text.count)
            try work.transaction.removeDocument(document.key, in: .responses)
            let renamed = SurveyResponse(respondent: name, answers: response.answers)
            try work.keep(ResponseDocument(renamed), at: prefix + name.text, in: .responses)
        }
        return key
    }
}

extension PluginWork {
    /// The key of a run, or `nil` when no codes were handed out in it.
    func codeKey(of run: RunID) throws -> CodeKey? {
        try transaction.document(run.text, in: .codeKeys).map { try JSON.decode(CodeKey.self, from: $0) }
    }

    /// The kept names of those that have answered in a measurement.
    func respondents(of ref: MeasurementRef) throws -> Set<RespondentCode> {
        Set(
            try transaction.documents(in: .responses, prefix: ref.keyPrefix)
                .compactMap { RespondentCode(String($0.key.dropFirst(ref.keyPrefix.count))) }
        )
    }

    /// Who may answer the survey of a measurement.
    func desk(of ref: MeasurementRef) throws -> RespondentDesk {
        let invited = try transaction.document(ref.key, in: .invitations)
            .map { Set(try JSON.decode(InvitationDocument.self, from: $0).names) }
        let known = try respondents(of: ref)
        guard let key = try codeKey(of: ref.run) else { return RespondentDesk(known: known, invited: invited) }
        return RespondentDesk(known: known, invited: invited) { key.name(of: $0) }
    }
}

extension MeasurementRef {
    /// The key of a document that a measurement has one of.
    var key: String { "\(run)/\(number)" }
}
