import ArgumentParser
import PluginHost
import Scheme

/// Shows the scheme versions.
struct SchemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scheme",
        abstract: "Shows the scheme versions.",
        subcommands: [List.self]
    )

    /// Lists the versions that ship and those in files.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the versions that ship with the program, and checks those in files."
        )

        @Option(help: "A file with a further version. May be repeated.")
        var file: [String] = []

        func run() async throws {
            try await Console.run {
                let catalogue: SchemeCatalogue
                do {
                    catalogue = try SchemeCatalogue(files: file)
                } catch {
                    throw ConsoleError.invalid("\(error)")
                }
                var table = TextTable(header: ["scheme", "name", "valid for", "steps", "default"])
                for scheme in catalogue.identifiers.compactMap({ catalogue[$0] }) {
                    table.append([
                        scheme.id.text, scheme.name, "\(scheme.validityMonths) months", String(scheme.phases.count),
                        scheme.default ? "yes" : "",
                    ])
                }
                for line in table.lines { Console.print(line) }
            }
        }
    }
}
