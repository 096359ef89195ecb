import ArgumentParser
import CloudEvents
import Contracts
import Foundation
import Glibc
import Scheme

extension InspectionCommand {
    /// Writes the findings as GeoJSON, for a map.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Writes the findings as GeoJSON, for a map.",
            discussion: """
                GeoJSON after RFC 7946: points in WGS84, longitude first; the properties have the names of the columns of an \
                inspection file. Descriptions, places in words and names of photos are personal until somebody has \
                read them, so they are only written with --with-words; the file is then readable to its owner alone.
                """
        )

        /// What was written.
        private struct Outcome: Codable {
            let file: String
            let findings: Int
            let located: Int
            let hasWords: Bool
        }

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The number of the measurement. Default: all.")
        var measurement: Int?
        @Option(help: "The day from which is counted. Default: the day that the service shows.")
        var on: CalendarDate?
        @Flag(help: "Also what may be personal: descriptions, places in words, names of photos.")
        var withWords = false
        @Option(
            name: .shortAndLong,
            help: "The file to write, such as schouw.geojson.",
            completion: .file(extensions: ["geojson"])
        )
        var output: String
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Console.run {
                let collection = try await KVOClient.with(
                    connection.place(),
                    timeout: .seconds(connection.timeout),
                    isRunning: true
                ) { client in
                    try await Progress.show("waiting for an answer") {
                        try await client.ask(
                            FindingExportQuery(
                                run: run,
                                measurement: measurement,
                                on: try await client.inspectionDay(on),
                                withWords: withWords
                            )
                        )
                    }
                }
                try write(try JSON.encode(collection))
                report(
                    Outcome(
                        file: output,
                        findings: collection.features.count,
                        located: collection.features.count { $0.geometry != nil },
                        hasWords: withWords
                    )
                )
            }
        }

        private func write(_ json: Data) throws {
            let rights: [FileAttributeKey: Any] = [.posixPermissions: withWords ? 0o600 : 0o644]
            // A new file takes the place of an older one, which would keep its own rights and be half written for a while.
            let part = output + ".part"
            guard FileManager.default.createFile(atPath: part, contents: json + Data("\n".utf8), attributes: rights),
                rename(part, output) == 0
            else { throw ConsoleError.invalid("\(output) cannot be written; name a file in a folder of yours.") }
        }

        private func report(_ outcome: Outcome) {
            if connection.json, let json = try? JSON.encode(outcome) { return Console.print(json) }
            Console.print(
                "\(outcome.findings) findings, \(outcome.located) with a place, written to \(outcome.file)"
            )
            if withWords { Console.print("it holds words that may be personal: read them before you pass it on") }
        }
    }
}
