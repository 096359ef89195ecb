import ArgumentParser
import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import Scheme

extension PartnerCommand {
    /// Shows what a partner was given.
    struct Disclosed: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disclosed",
            abstract: "Shows every event that was put into a partner\u{2019}s feed, and when."
        )

        private static let page = 500

        @Argument(help: "The partner.")
        var partner: PartnerID
        @Option(help: "From this day on, such as 2026-11-23.")
        var since: CalendarDate?
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Console.run {
                try await KVOClient.with(connection.place(), timeout: .seconds(connection.timeout), isRunning: true) {
                    client in
                    var (last, count) = (Int64(0), 0)
                    while true {
                        let query = DisclosedQuery(partner: partner, since: since, after: last, limit: Self.page)
                        let page = try await client.ask(query).disclosures
                        for line in page { Console.print(connection.json ? try Self.json(line) : Self.text(line)) }
                        count += page.count
                        guard let end = page.last, page.count == Self.page else { break }
                        last = end.offset
                    }
                    Console.note("\(count) events were put into the feed of \(partner)")
                }
            }
        }

        private static func json(_ line: Disclosure) throws -> String {
            String(decoding: try JSON.encode(line), as: UTF8.self)
        }

        private static func text(_ line: Disclosure) -> String {
            let at = Instant(microseconds: line.at).rfc3339
            return "\(line.offset)  \(at)  \(line.topic)  \(line.id)  sha256:\(line.digest.prefix(16))"
        }
    }
}
