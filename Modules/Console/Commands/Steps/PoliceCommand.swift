import ArgumentParser
import Contracts
import Scheme

/// Delivers politiecijfers.
struct PoliceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "police",
        abstract: "Delivers politiecijfers.",
        subcommands: [Import.self]
    )

    /// Delivers an export of the police’s open-data portal.
    struct Import: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Delivers an export of the police\u{2019}s open-data portal."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Argument(help: "The CSV file of the portal.", completion: .file(extensions: ["csv"]))
        var file: String
        @Option(help: "The source, as it must be named.")
        var source = "Politie / CBS, data.politie.nl, tabel 47022NED"
        @Flag(help: "Take only the area\u{2019}s regions from a larger export.")
        var select = false
        @Option(
            help: """
                A region of the file of about the area\u{2019}s size, with its name, such as BU15810101=Driebergen. With \
                three or more the report tells how far counts would have fallen by themselves. May be repeated.
                """
        )
        var comparable: [RegionArgument] = []
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.DeliverPoliceFigures {
            Contracts.DeliverPoliceFigures(
                run: run,
                file: try FileArgument.read(file),
                source: source,
                selectRegions: select,
                comparable: comparable.isEmpty ? nil : comparable.map(\.region)
            )
        }
    }
}
