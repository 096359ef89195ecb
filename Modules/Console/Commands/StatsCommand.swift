import ArgumentParser
import Contracts
import StatisticsVectors

/// Checks the statistics of the analysis.
struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Checks the statistics of the analysis.",
        subcommands: [Check.self]
    )

    /// Runs the examples of a file through the methods.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Runs reference examples through the statistical methods and shows which differ.",
            discussion: """
                The file is JSON with a list named cases; each has id, method, inputs, expected and tolerance, which is an \
                object with rel and abs, or one number for published examples. Prints each output that differs with both \
                values, the methods that do not exist here, and the numbers passed, failed and skipped. Exit status 1 \
                when an example failed.
                """
        )

        @Argument(help: ArgumentHelp("The file with the examples.", valueName: "file"))
        var file: String

        func run() async throws {
            try await Console.run {
                let examples: VectorFile
                do {
                    examples = try VectorFile(json: try FileArgument.read(file).content)
                } catch let error as VectorFileError {
                    throw ConsoleError.invalid("\(file): \(error)")
                }
                let report = StatsCheck.run(examples)
                for line in report.lines { Console.print(line) }
                guard report.failed == 0 else { throw ExitCode(1) }
            }
        }
    }
}
