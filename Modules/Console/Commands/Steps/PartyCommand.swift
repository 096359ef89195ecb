import ArgumentParser
import Contracts
import Scheme

/// Lets organisations join and leave.
struct PartyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "party",
        abstract: "Lets organisations join and leave.",
        subcommands: [Join.self, Leave.self]
    )

    /// An organisation takes part.
    struct Join: StepCommand {
        static let configuration = CommandConfiguration(commandName: "join", abstract: "An organisation takes part.")

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The organisation\u{2019}s identifier.")
        var organisation: OrganisationID
        @Option(help: "The kind of party.")
        var kind: PartyKind
        @Option(help: "The organisation\u{2019}s name.")
        var name: String
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.JoinParty {
            Contracts.JoinParty(run: run, organisation: organisation, kind: kind, name: name, on: on)
        }
    }

    /// An organisation no longer takes part.
    struct Leave: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "leave",
            abstract: "An organisation no longer takes part."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The organisation.")
        var organisation: OrganisationID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.LeaveParty {
            Contracts.LeaveParty(run: run, organisation: organisation, on: on)
        }
    }
}
