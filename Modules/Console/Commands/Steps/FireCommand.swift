import ArgumentParser
import Contracts
import Scheme

/// Delivers brandweercijfers.
struct FireCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fire",
        abstract: "Delivers brandweercijfers.",
        subcommands: [Import.self]
    )

    /// Delivers the figures of the safety region.
    struct Import: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Delivers the figures of the safety region."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Argument(help: "A CSV file with periode, categorie and aantal.", completion: .file(extensions: ["csv"]))
        var file: String
        @Option(help: "The source, as it must be named.")
        var source: String
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.DeliverFireFigures {
            Contracts.DeliverFireFigures(run: run, file: try FileArgument.read(file), source: source)
        }
    }
}
