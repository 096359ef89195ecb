import ArgumentParser
import CloudEvents
import Contracts
import Report
import Scheme

extension ReportLanguage: ExpressibleByArgument {}

extension AnalysisCommand {
    /// Writes the report of a measurement.
    struct AnalysisReport: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "report",
            abstract: "Writes the report of an established measurement: a page, a PDF and all figures.",
            discussion: """
                Writes report.html, report.pdf, figures.csv and figures.json into a folder and prints the main sentences. \
                The PDF is made by weasyprint; without it the rest is written, and a line on standard error says so.
                """
        )

        /// What was written, for programs.
        private struct Answer: Encodable {
            let files: [String]
            let sentences: [String]
            let notice: String?
        }

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(
            name: [.customLong("wave"), .customLong("measurement")],
            help: ArgumentHelp(
                "The number of the measurement, 0 for the first. Default: the latest.",
                valueName: "number"
            )
        )
        var wave: Int?
        @Option(help: "The language: nl or en.")
        var lang = ReportLanguage.dutch
        @Option(
            name: [.short, .long],
            help: ArgumentHelp("The folder to write into; it is made when it is not there.", valueName: "folder"),
            completion: .directory
        )
        var output: String
        @OptionGroup var connection: ConnectionOptions

        func validate() throws {
            guard wave.map({ $0 >= 0 }) != false else { throw ValidationError("--wave must be 0 or more.") }
        }

        func run() async throws {
            try await Console.run {
                let input = try await KVOClient.with(
                    connection.place(),
                    timeout: .seconds(connection.timeout),
                    isRunning: true
                ) { client in
                    try await Progress.show("waiting for the figures") {
                        try await ReportSources(client: client).input(of: run, measurement: wave)
                    }
                }
                let documents = try ReportDocuments(input, in: lang)
                let written = try ReportFolder(path: output).write(documents)
                if let notice = written.notice { Console.note("kvo: \(notice)") }
                if connection.json {
                    let answer = Answer(files: written.files, sentences: documents.sentences, notice: written.notice)
                    return Console.print(try JSON.encode(answer))
                }
                for sentence in documents.sentences { Console.print(TextWrap.lines(sentence, indent: 0)) }
                for file in written.files { Console.print(file) }
            }
        }
    }
}
