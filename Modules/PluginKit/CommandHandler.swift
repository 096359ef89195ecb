package import CloudEvents
package import Contracts

/// Carries out one kind of command.
package struct CommandHandler: Sendable {
    /// The command's name on the wire.
    package let name: String
    /// Reads the body, does the work of the first turn, returns the command's own answer or what is left to do.
    package let carryOut: @Sendable (JSONValue, PluginWork) throws -> CommandTurn<JSONValue?>

    /// Makes a handler of a command without an answer of its own.
    package init<Command: CommandContract>(
        _ command: Command.Type,
        _ body: @escaping @Sendable (Command, PluginWork) throws -> Void
    ) {
        name = Command.name
        carryOut = { json, work in
            try body(try InvalidInput.reading(Command.self, from: json), work)
            return .done(nil)
        }
    }

    /// Makes a handler of a command that answers with a value, such as an identifier that was given out.
    package init<Command: CommandContract, Answer: Encodable & SendableMetatype>(
        answering command: Command.Type,
        _ body: @escaping @Sendable (Command, PluginWork) throws -> Answer
    ) {
        name = Command.name
        carryOut = { json, work in
            .done(try JSON.value(of: try body(try InvalidInput.reading(Command.self, from: json), work)))
        }
    }

    /// Makes a handler of a command that takes several turns and then answers with a value.
    package init<Command: CommandContract, Answer: Encodable & Sendable>(
        inTurns command: Command.Type,
        _ body: @escaping @Sendable (Command, PluginWork) throws -> CommandTurn<Answer>
    ) {
        name = Command.name
        carryOut = { json, work in
            try body(try InvalidInput.reading(Command.self, from: json), work).map { try JSON.value(of: $0) }
        }
    }
}
