import ArgumentParser
import Contracts
import Scheme

/// Opens, fills and closes the ondernemersenquête, and shows what came out of it.
struct SurveyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract: "Opens, fills and closes the ondernemersenquête, and shows what came out of it.",
        subcommands: [Open.self, Invite.self, Import.self, SurveyStatusShow.self, SurveyResultsShow.self, Close.self]
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
            abstract: "Imports answers from a CSV file: all of them or none.",
            discussion: """
                An export of LimeSurvey is taken with --from limesurvey and a mapping, a JSON file that says in which column \
                each question stands and what the answers mean. Incomplete responses are left out, and those that were taken \
                over before; columns that the mapping does not name are told.
                """
        )

        /// The program that wrote the file.
        enum Layout: String, ExpressibleByArgument, CaseIterable {
            case keurmerk, limesurvey
        }

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Argument(
            help: "A CSV file with respondent and a column for each question.",
            completion: .file(extensions: ["csv"])
        )
        var file: String
        @Option(help: "The layout of the file: keurmerk (our own) or limesurvey.")
        var from = Layout.keurmerk
        @Option(
            help: ArgumentHelp("What LimeSurvey\u{2019}s columns and answers mean, a JSON file.", valueName: "file"),
            completion: .file(extensions: ["json"])
        )
        var mapping: String?
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func validate() throws {
            switch (from, mapping) {
            case (.limesurvey, nil): throw ValidationError("--from limesurvey needs --mapping with a JSON file.")
            case (.keurmerk, .some): throw ValidationError("--mapping goes with --from limesurvey.")
            default: break
            }
        }

        func makeCommand() throws -> Contracts.ImportResponses {
            Contracts.ImportResponses(
                run: run,
                file: try FileArgument.read(file),
                mapping: try mapping.map { try FileArgument.read($0) }
            )
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
