import ArgumentParser
import Contracts
import Scheme

/// Registers and lists areas.
struct AreaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "area",
        abstract: "Registers and lists areas.",
        subcommands: [Register.self, Change.self, AreaList.self]
    )

    /// Registers an area with the list of its establishments.
    struct Register: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "register",
            abstract: "Registers an area with the list of its establishments."
        )

        @Argument(help: "The identifier it gets: the municipality and four digits, such as gm1581-0001.")
        var area: AreaID
        @Option(help: "The kind of area.")
        var kind: AreaKind
        @Option(help: "Whether it exists or is being built.")
        var development = Development.existing
        @Option(help: "The name.")
        var name: String
        @Option(help: "The municipality: GM1581=Utrechtse Heuvelrug.")
        var municipality: RegionArgument
        @Option(help: "A district or neighbourhood: BU15810000=Doorn-Centrum. May be repeated.")
        var region: [RegionArgument]
        @Option(help: "The year of the CBS division.")
        var divisionYear: Int
        @Option(help: "A CSV file with vestigingsnummer and naam.", completion: .file(extensions: ["csv"]))
        var establishments: String
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.RegisterArea {
            Contracts.RegisterArea(
                area: area,
                kind: kind,
                development: development,
                name: name,
                municipality: municipality.region,
                regions: region.map(\.region),
                divisionYear: divisionYear,
                establishments: try FileArgument.read(establishments)
            )
        }
    }

    /// Changes an area’s name, regions or establishments.
    struct Change: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "change",
            abstract: "Changes an area\u{2019}s name, regions or establishments."
        )

        @Argument(help: "The area.")
        var area: AreaID
        @Option(help: "The name from now on.")
        var name: String?
        @Option(help: "The regions from now on.")
        var region: [RegionArgument] = []
        @Option(help: "The year of the CBS division.")
        var divisionYear: Int?
        @Option(help: "A CSV file with the establishments from now on.", completion: .file(extensions: ["csv"]))
        var establishments: String?
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.ChangeArea {
            Contracts.ChangeArea(
                area: area,
                name: name,
                regions: region.isEmpty ? nil : region.map(\.region),
                divisionYear: divisionYear,
                establishments: try establishments.map(FileArgument.read)
            )
        }
    }
}
