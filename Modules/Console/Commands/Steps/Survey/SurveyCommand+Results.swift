import ArgumentParser
import CloudEvents
import Contracts
import Scheme

extension SurveyStratum: ExpressibleByArgument {}

extension SurveyCommand {
    /// Shows what came out of the survey.
    struct SurveyResultsShow: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "results",
            abstract: "Shows what came out of each question: shares and marks with their 95 % intervals.",
            discussion: """
                To be asked once the survey is closed. Counts by which single firms could be known are hidden, and others with them, so that none can be computed \
                back: with fewer than 5 answers nothing is told, with fewer than 10 no percentage. Remarks are personal data: \
                --remarks shows them apart from all other answers, to the project leader.
                """
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The measurement; the newest with a survey when none is given.")
        var measurement: Int?
        @Option(help: "Tell groups apart: sector or size.")
        var by: SurveyStratum?
        @Flag(help: "Show what firms wrote instead; personal data, for the project leader alone.")
        var remarks = false
        @OptionGroup var connection: ConnectionOptions

        func validate() throws {
            guard by == nil || !remarks else {
                throw ValidationError("remarks are never told apart by group; leave --by or --remarks out.")
            }
        }

        func run() async throws {
            try await Console.run {
                if remarks {
                    Console.note("personal data: for the project leader alone, and not to be passed on")
                    try await show(SurveyRemarksQuery(run: run, measurement: measurement)) { Self.lines(of: $0) }
                } else {
                    try await show(SurveyResultsQuery(run: run, measurement: measurement, by: by)) { lines(of: $0) }
                }
            }
        }

        private func show<Query: QueryContract>(_ query: Query, _ lines: (Query.Answer) -> [String]) async throws {
            let answer = try await KVOClient.with(
                connection.place(),
                timeout: .seconds(connection.timeout),
                isRunning: true
            ) { client in
                try await Progress.show("waiting for an answer") { try await client.ask(query) }
            }
            if connection.json { return Console.print(try JSON.encode(answer)) }
            for line in lines(answer) { Console.print(line.replacing("\n", with: " ")) }
        }

        private static func lines(of answer: SurveyRemarks) -> [String] {
            answer.remarks.isEmpty ? ["no remarks"] : answer.remarks.map { "\($0.question): \($0.text)" }
        }

        private func lines(of answer: SurveyResults) -> [String] {
            var lines = [
                "\(answer.measurement)-meting, \(answer.questionnaire): "
                    + "\(SurveyText.part(answer.answers, of: answer.invited)) answered"
            ]
            if let by, answer.by == nil { lines.append("firms were not asked for their \(by.rawValue)") }
            var table = TextTable(header: ["", "question", "answers", "95 %", "firms", "mark"])
            for row in answer.questions.filter({ $0.share != nil }).flatMap(SurveyText.rows) { table.append(row) }
            lines += table.lines
            let further = answer.further.flatMap(SurveyText.lines)
            lines += further.isEmpty ? [] : [""] + further
            let untold = answer.questions.filter { $0.share == nil }.map(\.code)
            lines += ["", "hidden: counts that could tell of single firms"]
            return lines + (untold.isEmpty ? [] : ["fewer than 5 answered: \(untold.joined(separator: ", "))"])
        }
    }
}
