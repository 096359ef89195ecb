import AnalysisDomain
import AnalysisImport
import ArgumentParser
import CloudEvents
import Contracts
import Foundation
import Scheme

extension SurveyCommand {
    /// Makes a response code for each establishment.
    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "invite",
            abstract: "Makes a response code for each establishment, and the list for the mailing.",
            discussion: """
                The codes are made here, by the system\u{2019}s secure generator. The list says which establishment has which \
                code: keep it to yourself and do not keep it beside the answers. The service gets the codes alone. Give the \
                list again with --previous at the next measurement: who stands in it keeps the code, by which the two \
                answers can be compared.
                """
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(
            help: ArgumentHelp("A CSV with vestigingsnummer and naam of those to invite.", valueName: "file"),
            completion: .file(extensions: ["csv"])
        )
        var establishments: String
        @Option(
            help: ArgumentHelp("The list of the measurement before, or an earlier one of this.", valueName: "file"),
            completion: .file(extensions: ["csv"])
        )
        var previous: String?
        @Option(
            name: .shortAndLong,
            help: ArgumentHelp("Write the list here, for you alone to read.", valueName: "file")
        )
        var output: String
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func run() async throws {
            try await Console.run {
                let establishments = try InvitationFiles.establishments(establishments)
                let earlier = try previous.map(InvitationFiles.list)
                let list = InvitationFiles.invite(establishments, keeping: earlier)
                // Before the service hears of the codes: without the list they are of no use to anybody.
                try PrivateFileWriter.write(InvitationFile.text(of: list), to: output)
                let answer = try await send(list)
                if connection.json { return Console.print(try JSON.encode(answer)) }
                let kept = earlier.map(list.kept) ?? 0
                Console.print("\(answer.codes) codes in \(output): \(kept) kept, \(answer.codes - kept) new")
                Console.note("the list says who has which code: keep it to yourself, and not beside the answers")
            }
        }

        private func send(_ list: InvitationList) async throws -> InvitedRespondents {
            let command = Contracts.InviteRespondents(run: run, codes: list.codes)
            let (issuer, key) = (try options.readIssuer(), try options.readKey())
            do {
                return try await KVOClient.with(
                    connection.place(),
                    timeout: .seconds(connection.timeout),
                    isRunning: true
                ) { client in
                    let done = try await Progress.show("waiting for an answer") {
                        try await client.send(
                            command,
                            as: issuer,
                            key: key,
                            expectedRevision: options.expectedRevision
                        )
                    }
                    return try JSON.decode(InvitedRespondents.self, from: done.result ?? .null)
                }
            } catch let error as ConsoleError {
                if case .refused = error {
                    try? FileManager.default.removeItem(atPath: output)
                } else {
                    Console.note(
                        "whether the service has the codes is not known: send them again with --previous \(output) "
                            + "and another name for the list"
                    )
                }
                throw error
            }
        }
    }
}
