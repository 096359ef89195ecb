import Scheme

extension AnalysisRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownRun(let run): "there is no run \(run); check the identifier, or start the run first."
        case .unknownScheme(let run, let scheme):
            "run \(run) is judged by scheme \(scheme), which this service does not know; install that scheme file."
        case .stopped(let run, let day): "run \(run) was stopped on \(day); nothing can be measured in it any more."
        case .wrongStep(let run, let step, let action, let allowed):
            "run \(run) is at \(step); \(action.phrase.subject) can only be \(action.phrase.participle) at "
                + "\(allowed.joined(separator: " or "))."
        case .established(let run, let number, let day):
            "the \(number)-meting of run \(run) was established on \(day) and no longer changes."
        case .future(let day, let what, let today):
            "\(what) is dated \(day), which is after today (\(today)); give the day on which it happened."
        case .tooEarly(let day, let what, let since, let earliest):
            "\(what) is dated \(day), which is before \(since) on \(earliest); correct the date."
        case .inspectionInLight(let fault): fault.description
        case .noInspection: "there is no inspection round to record; give at least one."
        case .noParticipants: "an inspection round has no participants; name the organisations that walked along."
        case .surveyOpened(let day):
            "the ondernemersenquête of this measurement was already opened on \(day); a measurement has one survey."
        case .surveyNotOpened(let action):
            "\(action.phrase.subject) cannot be \(action.phrase.participle): the ondernemersenquête has not been opened; "
                + "open it first."
        case .surveyClosed(let action, let day):
            "\(action.phrase.subject) cannot be \(action.phrase.participle): the ondernemersenquête was closed on \(day)."
        case .noQuestionnaire(let kind):
            "there is no questionnaire for a \(kind.rawValue); this service must be given one first."
        case .unknownQuestionnaire(let id, let known):
            "there is no questionnaire \(id); choose \(Self.list(known.map(\.text), "or"))."
        case .otherQuestionnaire(let id, let kind, let own, let known):
            "questionnaire \(id) is for a \(kind.rawValue) and this area is a \(own.rawValue); "
                + "choose \(Self.list(known.map(\.text), "or"))."
        case .invitedOutOfRange(let invited, let most):
            "\(invited) invited establishments is impossible; give a number from 1 to \(most)."
        case .noResponses: "the file holds no answers; nothing was taken over."
        case .tooManyAnswers(let answers, let invited):
            "with this file \(answers) establishments would have answered and only \(invited) were invited; "
                + "remove answers of others."
        case .responsesLost(let kept, let answers):
            "\(answers) establishments answered and the answers of \(kept) are still kept; "
                + "the survey's figures can no longer be made."
        case .strangers(let organisations):
            "\(Self.list(organisations.map(\.text), "and")) \(organisations.count == 1 ? "is no party" : "are no parties")"
                + " to this run; let them join first or leave them out."
        case .participantRepeated(let organisation): "participant \(organisation) is named twice; name each once."
        case .inspectionRepeated(let kind, let day, let id):
            "the schouw (\(kind.rawValue)) of \(day) is already recorded as \(id); a round is recorded once."
        case .inspectionTooOld(let day, let today):
            "an inspection round is dated \(day), which is more than \(InspectionWindow.months) months before today "
                + "(\(today)); correct the date or walk the round again."
        case .unknownFinding(let finding, let run):
            "there is no finding \(finding) in run \(run); give one that a schouw of this run recorded, such as S1.1."
        case .findingResolved(let finding, let day): "finding \(finding) was already solved on \(day)."
        case .delivered(let source, let ref):
            "the \(source.name) of the \(ref.number)-meting of run \(ref.run) have already been delivered; "
                + "figures can be delivered once per measurement."
        case .unfitSource(let source):
            "the source of the \(source.name) cannot be shown; name it on one line of 1 to \(String.mostOnALine) "
                + "characters, as it must be named wherever the figures are shown."
        case .notTwelveMonths(let source):
            "the \(source.name) do not cover twelve months in a row; deliver exactly twelve, without a gap."
        case .notLater(let source, let window, let before, let number):
            "the \(source.name) cover \(window), which does not come after \(before), the months of the "
                + "\(number)-meting; deliver twelve later months."
        case .tooOld(let source, let window, let today):
            "the \(source.name) cover \(window), which ended more than \(MonthWindow.oldest) months before today "
                + "(\(today)); deliver newer figures."
        case .incomplete(let source, let what, let month):
            "the \(source.name) lack \(what) for \(month); deliver every month, since a missing one is not zero."
        case .regionMissing(let region):
            "the politiecijfers lack \(region); deliver figures for every region of the area."
        case .ownRegion(let region):
            "\(region) belongs to the area or is its municipality, so the area cannot be compared with it; name other "
                + "regions of about the area's size."
        case .regionsRepeated: "a comparable region is named twice; name each once."
        case .nothingRelevant:
            "the politiecijfers hold none of the crime types that matter to this kind of area; deliver the whole table."
        case .sourcesMissing(let step, let sources, let surveyIsOpen):
            Self.closed(step, .requiredSources, Self.missing(sources, surveyIsOpen: surveyIsOpen))
        case .responseTooLow(let step, let answers, let needed, let invited):
            Self.closed(
                step,
                .surveyResponse,
                "\(answers) of the \(invited) invited establishments answered and \(needed) are needed; "
                    + "\(needed - answers) more must answer."
            )
        case .roundsMissing(let step, let rounds):
            Self.closed(step, .inspectionRounds, "\(Self.list(rounds, "and")) are missing; hold and record them first.")
        case .notDiscussed(let step):
            Self.closed(step, .workgroupDiscussed, "the workgroup has not discussed the analysis; name the day.")
        case .discussedLater(let day, let established):
            "gate \(Gate.workgroupDiscussed.rawValue) is closed: the workgroup discusses the analysis on \(day), after "
                + "the establishing on \(established); establish it after the discussion."
        case .notEstablished(let run, .some(let number)):
            "the \(number)-meting of run \(run) has not been established; establish it first, or ask for an earlier one."
        case .notEstablished(let run, nil):
            "no measurement of run \(run) has been established; establish one first."
        case .noBottlenecks: "a measurement cannot be established without knelpunten; name at least one."
        case .bottleneckRepeated(let id): "knelpunt \(id) is named twice; give each its own code."
        case .unfitTitle(let id):
            "the title of knelpunt \(id) cannot be shown; say in one line of 1 to \(String.mostOnALine) characters "
                + "what the problem is."
        case .unknownIndicator(let indicator, let id, let known):
            "knelpunt \(id) is shown by \u{201c}\(indicator)\u{201d}, which is no figure of this measurement; "
                + "choose one of \(Self.list(known.map(\.text), "and"))."
        }
    }

    private static func closed(_ step: String, _ gate: Gate, _ what: String) -> String {
        "\(step) cannot end: gate \(gate.rawValue) is closed, \(what)"
    }

    private static func missing(_ sources: [MeasurementSource], surveyIsOpen: Bool) -> String {
        let isPlural = sources != [.survey] && sources != [.inspection]
        let missing = "the \(list(sources.map(\.name), "and")) \(isPlural ? "are" : "is") missing; "
        guard surveyIsOpen, sources.contains(.survey) else {
            return missing + "deliver \(isPlural ? "them" : "it") first."
        }
        let rest = sources.count > 1 ? " and deliver the rest" : ""
        return missing + "the ondernemersenquête is still open, close it first\(rest)."
    }

    private static func list(_ texts: [String], _ word: String) -> String {
        guard let last = texts.last, texts.count > 1 else { return texts.first ?? "none" }
        return texts.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}
