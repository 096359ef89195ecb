import ArgumentParser
import Contracts
import Scheme

/// Adds activiteiten to measures.
struct ActivityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activity",
        abstract: "Adds activiteiten to measures.",
        subcommands: [Add.self]
    )

    /// Adds an activity to a measure.
    struct Add: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Adds an activity to a measure."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The measure.")
        var measure: LocalID
        @Option(help: "The activity, such as A1.")
        var activity: LocalID
        @Option(help: "What is done.")
        var title: String
        @Option(help: "Who does it.")
        var owner: OrganisationID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.AddActivity {
            Contracts.AddActivity(run: run, measure: measure, activity: activity, title: title, owner: owner, on: on)
        }
    }
}
