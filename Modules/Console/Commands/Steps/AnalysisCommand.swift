import ArgumentParser
import Contracts
import Scheme

/// Establishes and shows the veiligheidsanalyse.
struct AnalysisCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analysis",
        abstract: "Establishes and shows the veiligheidsanalyse.",
        subcommands: [Establish.self, AnalysisShow.self, AnalysisReport.self]
    )

    /// Establishes the measurement; it no longer changes.
    struct Establish: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "establish",
            abstract: "Establishes the measurement; it no longer changes."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @Option(help: "The day on which the workgroup discussed it.")
        var discussed: CalendarDate?
        @Option(help: "A problem: K1=indicator=title. May be repeated.")
        var bottleneck: [BottleneckArgument]
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.EstablishAnalysis {
            Contracts.EstablishAnalysis(
                run: run,
                on: on,
                discussedOn: discussed,
                bottlenecks: bottleneck.map(\.bottleneck)
            )
        }
    }
}
