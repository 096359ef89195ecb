import ArgumentParser
import Contracts
import Scheme

/// Sets doelstellingen.
struct ObjectiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "objective",
        abstract: "Sets doelstellingen.",
        subcommands: [Set.self]
    )

    /// Sets an objective for a problem.
    struct Set: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "set",
            abstract: "Sets an objective for a problem."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The objective, such as D1.")
        var objective: LocalID
        @Option(help: "What is to be reached, in one line.")
        var title: String
        @Option(help: "The problem that it is about.")
        var bottleneck: LocalID
        @Option(help: "The figure by which it is judged.")
        var indicator: String
        @Option(help: "The value to be reached; a share is 0 to 1.")
        var target: Double
        @Option(help: "The day by which.")
        var by: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.SetObjective {
            Contracts.SetObjective(
                run: run,
                objective: objective,
                title: title,
                bottleneck: bottleneck,
                indicator: indicator,
                target: target,
                by: by
            )
        }
    }
}
