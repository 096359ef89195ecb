import AnalysisDomain
import AnalysisImport
import Contracts
import PluginKit
import Scheme

extension AnalysisPlugin {
    var inspectionCommands: [CommandHandler] {
        [
            CommandHandler(answering: ImportInspection.self) { try importInspection($0, $1) },
            CommandHandler(answering: HoldInspection.self) { try holdInspection($0, $1) },
            CommandHandler(ResolveFinding.self) { command, work in
                try work.execute(
                    decider,
                    .resolve(command.finding, on: command.on, run: command.run, today: work.today),
                    on: .analysis(of: command.run),
                    codec: codec
                )
            },
        ]
    }

    private func holdInspection(_ command: HoldInspection, _ work: PluginWork) throws -> RecordedInspection {
        let present = try present(of: command.run, doing: .importInspection, work)
        if command.begin == nil, command.end != nil {
            throw InvalidInput("a round that ended has begun; give the time at which it began too.")
        }
        let hours = try command.begin.map { begin in
            guard let hours = RoundHours(begin: begin, end: command.end) else {
                throw InvalidInput("\(InspectionFault.tooLong(begin: begin, end: command.end ?? begin))")
            }
            return hours
        }
        let round = NewInspection(
            kind: command.kind,
            on: command.on,
            hours: hours,
            participants: command.participants
        )
        return try record([round], present, work).receipt
    }

    private func importInspection(_ command: ImportInspection, _ work: PluginWork) throws -> RecordedInspection {
        let present = try present(of: command.run, doing: .importInspection, work)
        let window = InspectionWindow(runStartedOn: present.run.startedOn, today: work.today)
        let rounds = try command.file.read { bytes throws(ImportError) in
            try InspectionFile.read(
                bytes,
                codes: decider.data.findingCodes,
                window: window,
                guide: guide,
                kind: present.run.kind
            )
        }
        let new = rounds.map { round in
            NewInspection(
                kind: round.kind,
                on: round.on,
                hours: round.hours,
                place: round.place,
                participants: round.participants.isEmpty ? command.participants : round.participants,
                findings: round.findings
            )
        }
        let recorded = try record(new, present, work)
        for (finding, text) in zip(recorded.findings, rounds.flatMap(\.texts)) {
            try work.keep(
                FindingTextDocument(text),
                at: "\(present.ref.keyPrefix)\(finding)",
                in: .findingTexts
            )
        }
        return recorded.receipt
    }

    private func record(
        _ rounds: [NewInspection],
        _ present: PresentMeasurement,
        _ work: PluginWork
    ) throws -> (findings: [LocalID], receipt: RecordedInspection) {
        let events = try measure(.holdInspections(rounds), of: present.ref.run, work)
        let held = events.compactMap { event in
            if case .inspectionHeld(_, let round) = event { round.id } else { nil }
        }
        for (id, round) in zip(held, rounds) {
            guard let hours = round.hours else { continue }
            try work.keep(RoundHoursDocument(hours), at: "\(present.ref.keyPrefix)\(id)", in: .roundHours)
        }
        let findings = events.compactMap { event in
            if case .findingRecorded(_, let finding) = event { finding.id } else { nil }
        }
        return (findings, RecordedInspection(note: Self.note(rounds)))
    }

    /// What cannot be shown of rounds in the dark: that they were dark, when their times were not noted.
    private static func note(_ rounds: [NewInspection]) -> String? {
        let days = rounds.filter { $0.kind == .dark && $0.hours == nil }.map { "\($0.on)" }
        guard !days.isEmpty else { return nil }
        return "the dark round of \(days.joined(separator: " and of ")) has no times, so it was not held against the "
            + "setting of the sun"
    }
}
