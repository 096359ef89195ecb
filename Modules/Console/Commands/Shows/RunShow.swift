import ArgumentParser
import Contracts
import Scheme

extension RunCommand {
    /// Shows runs and the step they are at.
    struct RunShow: QueryCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Shows runs and the step they are at; one run with its parties and what comes next."
        )

        @Argument(help: "The run; all runs when none is named.")
        var run: RunID?
        @OptionGroup var connection: ConnectionOptions

        func makeQuery() -> RunsQuery { RunsQuery(run: run) }

        func lines(of answer: RunList) -> [String] {
            if let run, let summary = answer.runs.first(where: { $0.run == run }) { return Self.details(of: summary) }
            if let run { return ["there is no run \(run); kvo run show lists them"] }
            guard !answer.runs.isEmpty else { return ["no runs yet; start one with kvo run start"] }
            var table = TextTable(header: ["run", "name", "scheme", "step", "round", "stars", "parties"])
            for run in answer.runs {
                table.append([
                    run.run.text, run.name, run.scheme.text,
                    run.stopped ? "gestaakt" : "\(run.phase) \(run.phaseName)", String(run.round),
                    String(repeating: "★", count: run.stars), String(run.parties.count),
                ])
            }
            return table.lines
        }

        private static func details(of run: RunSummary) -> [String] {
            let stars = String(repeating: "★", count: run.stars)
            var lines = [
                "\(run.run)  \(run.name) (\(run.kind.rawValue))  \(stars)".trimmedAtEnd,
                "scheme \(run.scheme), round \(run.round), revision \(run.revision)",
            ]
            if run.stopped {
                lines.append("gestaakt: \(run.reason ?? "the reason is no longer kept")")
            } else {
                lines.append("step \(run.phase) \(run.phaseName)")
                lines += next(of: run)
            }
            var table = TextTable(header: ["party", "kind", "name"])
            for party in run.parties { table.append([party.organisation.text, party.kind.rawValue, party.name]) }
            return lines + (run.parties.isEmpty ? ["no parties yet"] : table.lines)
        }

        /// What the step asks, for the scheme versions that ship; others are known to the services alone.
        private static func next(of run: RunSummary) -> [String] {
            guard let phase = (try? SchemeCatalogue())?[run.scheme]?.phase(run.phase), let end = phase.end else {
                return []
            }
            return [
                "gates: " + phase.gates.map(\.rawValue).joined(separator: ", "),
                "next: " + NextCommands.leading(to: end).map { "kvo \($0)" }.joined(separator: ", "),
            ]
        }
    }
}
