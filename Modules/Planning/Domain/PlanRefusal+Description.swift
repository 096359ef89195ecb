import Scheme

extension PlanRefusal {
    package var description: String {
        switch self {
        case .noRun, .stopped, .unknownScheme, .unknownStep, .wrongStep, .alreadyAdopted, .noAnalysis: ofTheRun
        case .unknownBottleneck, .unknownIndicator, .targetOutOfRange, .notAfterToday, .tooFarAhead, .inFuture,
            .unfitTitle, .unfitText, .tooMany:
            ofTheInput
        case .noObjective, .unknownObjectives, .notInCatalogue, .costOutOfRange, .unknownMeasure, .measureState,
            .percentOutOfRange, .beforeAssignment, .beforeStart:
            ofTheMeasure
        case .beforeAnalysis, .uncovered, .unassigned, .notAgreed, .notParties: ofTheAdoption
        case .reportExists, .reportYear, .tooFewMeetings, .tooManyMeetings: ofTheReport
        }
    }

    private var ofTheRun: String {
        switch self {
        case .noRun(let run):
            "there is no run \(run); check the identifier, or ask again once its start has been heard here."
        case .stopped(let run): "run \(run) was given up; its plan no longer changes."
        case .unknownScheme(let run, let scheme):
            "run \(run) goes by scheme \(scheme), which this service does not know; install that scheme file and restart."
        case .unknownStep(let run, let number, let scheme):
            "run \(run) is at step \(number), which scheme \(scheme) does not have here; install the scheme file of the run."
        case .wrongStep(let run, let label, let act, let allowed):
            "run \(run) is at \(label); \(act.rawValue) at \(Self.list(allowed, or: "a step that its scheme lacks"))."
        case .alreadyAdopted(let run, let version, let day):
            "version \(version) of the plan of run \(run) was adopted on \(day) and no longer changes at this step; "
                + "wait for the step of adjusting."
        case .noAnalysis(let run, let label, let measurement):
            "run \(run) is at \(label), but no safety analysis of measurement \(measurement) or later has been heard; "
                + "establish it first, or ask again in a moment."
        default: ""
        }
    }

    private var ofTheInput: String {
        switch self {
        case .unknownBottleneck(let id, let measurement, let known):
            "the safety analysis of measurement \(measurement) shows no bottleneck \(id); it shows "
                + "\(Self.list(known, or: "none"))."
        case .unknownIndicator(let id, let measurement, let known):
            "the safety analysis of measurement \(measurement) has no figure \u{201c}\(id)\u{201d}, so no target can be set for "
                + "it; choose one of \(Self.list(known, or: "none"))."
        case .targetOutOfRange(let id, let target, .some(let highest)):
            "the target \(target) for \(id) is refused: it must lie between 0 and \(highest); a share of 80 % is 0.8."
        case .targetOutOfRange(let id, let target, nil):
            "the target \(target) for \(id) is refused: it must be a number of 0 or more."
        case .notAfterToday(let what, let day, let today):
            "\(what), \(day), is refused: it must come after today, \(today)."
        case .tooFarAhead(let what, let day, let today, let years):
            "\(what), \(day), is refused: it must not lie more than \(years) years after today, \(today); correct the day."
        case .inFuture(let day, let today):
            "\(day) is refused as the day on which it happened: today is \(today); give today or an earlier day."
        case .unfitTitle:
            "the title is refused: it must be one line of 1 to 200 characters (at most 400 bytes in UTF-8), that can be "
                + "read, without control characters such as tabs and without invisible ones; shorten or complete it."
        case .unfitText(let what, let bytes):
            "the \(what) is refused: it must not be empty and have at most \(bytes) bytes; shorten or complete it."
        case .tooMany(let what, let limit): "there can be at most \(limit) \(what); combine some of them."
        default: ""
        }
    }

    private var ofTheMeasure: String {
        switch self {
        case .noObjective(let id): "measure \(id) serves no objective; name at least one."
        case .unknownObjectives(let ids, let known):
            "the plan has no objective \(Self.list(ids, or: "")); it has \(Self.list(known, or: "none yet")). "
                + "Set the objective first."
        case .notInCatalogue(let id, let problems, let known):
            "the catalogue has no measure \(id) for \(Self.list(problems, or: "")); the analysis names "
                + "\(Self.list(known, or: "none")). Take one of those, or propose it without the catalogue."
        case .costOutOfRange(let id, let cost, let range):
            "the cost of measure \(id), \(cost) euros, is refused: give \(range.lowerBound) to \(range.upperBound)."
        case .unknownMeasure(let id, let known):
            "the plan has no measure \(id); it has \(Self.list(known, or: "none yet"))."
        case .measureState(let id, let state, let remedy): "measure \(id) is \(state); \(remedy)."
        case .percentOutOfRange(let id, let percent):
            "the progress of measure \(id), \(percent), is refused: give 0 to 100 per cent."
        case .beforeAssignment(let id, let day, let assigned):
            "measure \(id) cannot have been started on \(day): the plan assigned it on \(assigned); give that day or a "
                + "later one."
        case .beforeStart(let id, let day, let start):
            "\(day) is refused for measure \(id): it was started on \(start); give that day or a later one."
        default: ""
        }
    }

    private var ofTheAdoption: String {
        switch self {
        case .beforeAnalysis(let day, let analysed):
            "the plan cannot be adopted on \(day): the safety analysis on which it rests was established on \(analysed); "
                + "give that day or a later one."
        case .uncovered(let label, let day, let bottlenecks):
            "\(label) cannot end: gate \(Gate.bottlenecksCovered.rawValue) is closed, nothing covers "
                + "\(Self.list(bottlenecks, or: "")); give each an objective to be reached after \(day), with a measure "
                + "that is not done yet, or argue it away."
        case .unassigned(let label, let measures):
            "\(label) cannot end: gate \(Gate.measuresAssigned.rawValue) is closed, it lacks what is needed for "
                + "\(Self.list(measures, or: "")); propose each again with an owner and a deadline."
        case .notAgreed(let label, let silent, let absent):
            "\(label) cannot end: gate \(Gate.mandatoryPartiesAgree.rawValue) is closed, "
                + [
                    silent.isEmpty ? nil : "no agreement of \(Self.list(silent.map(\.rawValue), or: ""))",
                    absent.isEmpty ? nil : "no party of kind \(Self.list(absent.map(\.rawValue), or: ""))",
                ].compactMap(\.self).joined(separator: " and ")
                + "; ask for the agreement, and let a missing kind of party join first."
        case .notParties(let run, let strangers):
            "\(Self.list(strangers, or: "")) cannot agree: no party to run \(run); leave out who does not take part."
        default: ""
        }
    }

    private var ofTheReport: String {
        switch self {
        case .reportExists(let run, let year):
            "the annual report of \(year) of run \(run) has already been established; there is one a year."
        case .reportYear(let year, let first, let last):
            "an annual report about \(year) is refused; give a year from \(first) to \(last)."
        case .tooFewMeetings(let year, let meetings, let least, let scheme):
            "the annual report of \(year) is refused: the workgroup met \(meetings) times and \(scheme) asks for at least "
                + "\(least); hold the missing meetings first."
        case .tooManyMeetings(let year, let meetings, let most):
            "the annual report of \(year) is refused: the workgroup cannot have met \(meetings) times; give at most \(most)."
        default: ""
        }
    }

    private static func list(_ items: [some CustomStringConvertible], or none: String) -> String {
        items.isEmpty ? none : items.map(\.description).joined(separator: ", ")
    }
}
