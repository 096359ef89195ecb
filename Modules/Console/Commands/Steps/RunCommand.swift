import ArgumentParser
import Contracts
import Scheme

/// Starts, shows and stops runs.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Starts, shows and stops runs.",
        subcommands: [Start.self, Evaluate.self, Stop.self, RunShow.self]
    )

    /// Starts a run; it keeps its scheme version.
    struct Start: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "start",
            abstract: "Starts a run; it keeps its scheme version."
        )

        @Argument(help: "The area.")
        var area: AreaID
        @Option(help: "The scheme version; the default one when none is named.")
        var scheme: SchemeID?
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.StartRun {
            Contracts.StartRun(area: area, scheme: scheme)
        }
    }

    /// Ends step 5 (Uitvoering) and begins the evaluation.
    struct Evaluate: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "evaluate",
            abstract: "Ends step 5 (Uitvoering) and begins the evaluation."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.StartEvaluation {
            Contracts.StartEvaluation(run: run, on: on)
        }
    }

    /// Gives a run up.
    struct Stop: StepCommand {
        static let configuration = CommandConfiguration(commandName: "stop", abstract: "Gives a run up.")

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "Why.")
        var reason: String
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.StopRun {
            Contracts.StopRun(run: run, reason: reason, on: on)
        }
    }
}
