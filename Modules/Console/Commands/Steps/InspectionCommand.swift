import ArgumentParser
import Contracts
import Geography
import Scheme

/// Records schouw rounds and their findings, and shows how these stand.
struct InspectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspection",
        abstract: "Records schouw rounds and their findings, and shows how these stand.",
        subcommands: [
            Import.self, Hold.self, Resolve.self, Findings.self, Export.self, Checklist.self,
        ]
    )

    /// Imports rounds with findings from a CSV or GeoJSON file: all of them or none.
    struct Import: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Imports rounds with findings from a CSV or GeoJSON file: all of them or none."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Argument(
            help: "A CSV file with ronde, datum, categorie and so on, or GeoJSON with such properties.",
            completion: .file(extensions: ["csv", "geojson", "json"])
        )
        var file: String
        @Option(help: "An organisation that walked along, unless the file says who did. May be repeated.")
        var participant: [OrganisationID] = []
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.ImportInspection {
            Contracts.ImportInspection(run: run, file: try FileArgument.read(file), participants: participant)
        }
    }

    /// Records a round without findings.
    struct Hold: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "hold",
            abstract: "Records a round without findings."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "By day or in the dark.")
        var kind: InspectionKind
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @Option(help: "When it began, such as 19:30: a dark round is held against the setting of the sun.")
        var begin: ClockTime?
        @Option(help: "When it ended.")
        var end: ClockTime?
        @Option(help: "An organisation that walked along. May be repeated.")
        var participant: [OrganisationID]
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.HoldInspection {
            Contracts.HoldInspection(
                run: run,
                kind: kind,
                on: on,
                begin: begin,
                end: end,
                participants: participant
            )
        }
    }

    /// A finding has been solved.
    struct Resolve: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "resolve",
            abstract: "A finding has been solved."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The finding.")
        var finding: LocalID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.ResolveFinding {
            Contracts.ResolveFinding(run: run, finding: finding, on: on)
        }
    }
}

extension ClockTime: RuledArgument {
    init?(argument: String) { self.init(argument) }
}
