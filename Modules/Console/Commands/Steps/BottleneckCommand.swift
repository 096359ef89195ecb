import ArgumentParser
import Contracts
import Scheme

/// Deals with knelpunten.
struct BottleneckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bottleneck",
        abstract: "Deals with knelpunten.",
        subcommands: [Argue.self]
    )

    /// Says why a problem needs no objective.
    struct Argue: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "argue-away",
            abstract: "Says why a problem needs no objective."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The problem.")
        var bottleneck: LocalID
        @Option(help: "Why.")
        var reason: String
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.ArgueAway {
            Contracts.ArgueAway(run: run, bottleneck: bottleneck, reason: reason)
        }
    }
}
