import AnalysisDomain
import AnalysisImport
import Contracts
import PluginKit

extension AnalysisPlugin {
    var inspectionCommands: [CommandHandler] {
        [
            CommandHandler(ImportInspection.self) { try importInspection($0, $1) },
            CommandHandler(HoldInspection.self) { command, work in
                let round = NewInspection(kind: command.kind, on: command.on, participants: command.participants)
                try measure(.holdInspections([round]), of: command.run, work)
            },
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

    private func importInspection(_ command: ImportInspection, _ work: PluginWork) throws {
        let present = try present(of: command.run, doing: .importInspection, work)
        let window = InspectionWindow(runStartedOn: present.run.startedOn, today: work.today)
        let rounds = try command.file.read { bytes throws(ImportError) in
            try InspectionFile.read(bytes, codes: decider.data.findingCodes, window: window)
        }
        let new = rounds.map { round in
            NewInspection(
                kind: round.kind,
                on: round.on,
                participants: command.participants,
                findings: round.findings
            )
        }
        let findings = try measure(.holdInspections(new), of: command.run, work).compactMap { event in
            if case .findingRecorded(_, let finding) = event { finding.id } else { nil }
        }
        for (finding, text) in zip(findings, rounds.flatMap(\.texts)) {
            try work.keep(
                FindingTextDocument(text),
                at: "\(present.ref.keyPrefix)\(finding)",
                in: .findingTexts
            )
        }
    }
}
