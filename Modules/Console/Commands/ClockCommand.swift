import ArgumentParser
import Contracts
import PluginKit
import Scheme

/// Sets the services' clocks in a test or a demonstration.
struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "Sets the services\u{2019} clocks in a test or a demonstration.",
        subcommands: [Set.self]
    )

    /// Sets the clocks to a later day.
    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sets the clocks to a later day; for services that were started with --clock DATE."
        )

        @Argument(help: "The day, such as 2026-11-23.")
        var date: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func run() async throws {
            try await Console.run {
                let issuer = try options.readIssuer()
                let shown = try await KVOClient.with(
                    connection.place(),
                    timeout: .seconds(connection.timeout)
                ) { client in
                    try await client.setClocks(to: date, as: issuer)
                }
                Console.print("the clocks show \(shown)")
            }
        }
    }
}
