import ArgumentParser
import Contracts
import Scheme

/// Opens, fills and closes the ondernemersenquête.
struct SurveyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract: "Opens, fills and closes the ondernemersenquête.",
        subcommands: [Open.self, Import.self, Close.self]
    )

    /// Opens the survey and freezes the number invited.
    struct Open: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "open",
            abstract: "Opens the survey and freezes the number invited."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The questionnaire; the newest of the kind of area when none is named.")
        var questionnaire: String?
        @Option(help: "The number invited; all establishments when not given.")
        var invited: Int?
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.OpenSurvey {
            Contracts.OpenSurvey(run: run, questionnaire: questionnaire, invited: invited, on: on)
        }
    }

    /// Imports answers from a CSV file: all of them or none.
    struct Import: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Imports answers from a CSV file: all of them or none."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Argument(
            help: "A CSV file with respondent and a column for each question.",
            completion: .file(extensions: ["csv"])
        )
        var file: String
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.ImportResponses {
            Contracts.ImportResponses(run: run, file: try FileArgument.read(file))
        }
    }

    /// Closes the survey.
    struct Close: StepCommand {
        static let configuration = CommandConfiguration(commandName: "close", abstract: "Closes the survey.")

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.CloseSurvey {
            Contracts.CloseSurvey(run: run, on: on)
        }
    }
}
