import ArgumentParser
import CloudEvents
import Contracts

/// A subcommand that asks a service and shows the answer.
protocol QueryCommand: AsyncParsableCommand {
    associatedtype Query: QueryContract
    var connection: ConnectionOptions { get }
    /// The query that the arguments ask for.
    func makeQuery() throws -> Query
    /// The answer as lines for a person.
    func lines(of answer: Query.Answer) -> [String]
}

extension QueryCommand {
    func run() async throws {
        try await Console.run {
            let query = try makeQuery()
            let answer = try await KVOClient.with(
                connection.place(),
                timeout: .seconds(connection.timeout),
                isRunning: true
            ) { client in
                try await Progress.show("waiting for an answer") { try await client.ask(query) }
            }
            if connection.json { return Console.print(try JSON.encode(answer)) }
            for line in lines(of: answer) { Console.print(line.replacing("\n", with: " ")) }
        }
    }
}
