import ArgumentParser
import Contracts
import Scheme

extension RunCommand {
    /// Shows runs and the step they are at.
    struct RunShow: QueryCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Shows runs and the step they are at."
        )

        @Argument(help: "The run; all runs when none is named.")
        var run: RunID?
        @OptionGroup var connection: ConnectionOptions

        func makeQuery() -> RunsQuery { RunsQuery(run: run) }

        func lines(of answer: RunList) -> [String] {
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
    }
}
