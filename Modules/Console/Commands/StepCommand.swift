import ArgumentParser
import CloudEvents
import Contracts
import Foundation

/// A subcommand that sends one command to a service.
protocol StepCommand: AsyncParsableCommand {
    associatedtype Command: CommandContract
    var connection: ConnectionOptions { get }
    var options: CommandOptions { get }
    /// The command that the arguments ask for.
    func makeCommand() throws -> Command
}

extension StepCommand {
    func run() async throws {
        try await Console.run { try await carryOut() }
    }

    private func carryOut() async throws {
        let command = try makeCommand()
        let (issuer, key) = (try options.readIssuer(), try options.readKey())
        try await KVOClient.with(
            connection.place(),
            timeout: .seconds(connection.timeout),
            isRunning: true
        ) { client in
            let before = options.noWait || connection.json ? nil : try? await client.ask(RunsQuery(run: nil)).runs
            let done = try await Progress.show("waiting for an answer") {
                do {
                    return try await client.send(
                        command,
                        as: issuer,
                        key: key,
                        expectedRevision: options.expectedRevision
                    )
                } catch EncodingError.invalidValue(let value, _) {
                    throw ConsoleError.invalid("\(value) is not a number that can be used; give one such as 0.25.")
                }
            }
            try report(done)
            guard let mark = done.mark, !options.noWait else { return }
            do {
                try await Progress.show("waiting until the other services have heard of it") {
                    try await client.settle(after: mark)
                }
                guard let before, let after = try? await client.ask(RunsQuery(run: nil)).runs else { return }
                for line in StepChange.lines(from: before, to: after) { Console.print(line) }
            } catch {
                Console.note("it was done, but not every service has heard of it yet: \(error)")
            }
        }
    }

    private func report(_ done: CommandReply.Done) throws {
        if connection.json { return Console.print(try JSON.encode(done)) }
        guard done.changes > 0 || done.result != nil else {
            return Console.print("already done; nothing has changed")
        }
        if done.events.isEmpty, done.result == nil { return Console.print("noted; it is not published") }
        for name in EventName.grouped(done.events.map(EventName.short)) { Console.print(name) }
        if case .object(let members)? = done.result {
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                Console.print("\(name): \(EventName.text(of: value))")
            }
        }
    }
}
