import ArgumentParser
import CloudEvents
import Contracts
import PluginKit

/// Shows the events that a service could not apply, and tries them again.
struct FeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Shows the events that a service could not apply, and tries them again.",
        subcommands: [Parked.self, Retry.self]
    )

    /// Lists what is parked.
    struct Parked: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "parked",
            abstract: "Lists the events that were set aside, with those that wait behind them."
        )

        @Argument(help: "The service; all services when none is named.")
        var service: PluginName?
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Console.run {
                var table = TextTable(header: ["service", "feed", "offset", "event", "subject", "tried", "why"])
                var lists: [String: [ParkedEvent]] = [:]
                try await KVOClient.with(connection.place(), timeout: .seconds(connection.timeout), isRunning: true) {
                    client in
                    for name in service.map({ [$0] }) ?? PluginName.all {
                        let parked = try await client.ask(ParkedQuery(), of: name).parked
                        lists[name.description] = parked
                        for event in parked {
                            table.append([
                                name.description, event.feed, String(event.offset), EventName.short(event.type),
                                event.subject, String(event.attempts), event.reason,
                            ])
                        }
                    }
                }
                if connection.json { return Console.print(try JSON.encode(lists)) }
                guard lists.values.contains(where: { !$0.isEmpty }) else { return Console.print("nothing is parked") }
                for line in table.lines { Console.print(line) }
            }
        }
    }

    /// Tries what is parked again.
    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry",
            abstract: "Tries parked events again, in their order, once what stopped them is mended."
        )

        @Argument(help: "The service.")
        var service: PluginName
        @Argument(help: "The feed from which the events came, such as registry.")
        var feed: PluginName
        @Option(help: "Only the events of this subject.")
        var subject: String?
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func run() async throws {
            try await Console.run {
                let (issuer, key) = (try options.readIssuer(), try options.readKey())
                let command = RetryParked(feed: feed.description, subject: subject)
                let done = try await KVOClient.with(
                    connection.place(),
                    timeout: .seconds(connection.timeout),
                    isRunning: true
                ) { try await $0.send(command, to: service, as: issuer, key: key) }
                if connection.json { return Console.print(try JSON.encode(done)) }
                let applied = done.result?["applied"].map(EventName.text) ?? "0"
                let parked = done.result?["parked"].map(EventName.text) ?? "0"
                Console.print("\(applied) applied, \(parked) still parked")
            }
        }
    }
}
