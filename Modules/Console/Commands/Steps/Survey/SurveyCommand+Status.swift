import ArgumentParser
import Contracts
import Scheme

extension SurveyCommand {
    /// Shows how far the survey has come.
    struct SurveyStatusShow: QueryCommand {
        static let configuration = CommandConfiguration(
            commandName: "status",
            abstract: "Shows how many answered, how many are needed, and the margin that the answers give."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The measurement; the newest with a survey when none is given.")
        var measurement: Int?
        @OptionGroup var connection: ConnectionOptions

        func makeQuery() -> SurveyStatusQuery { SurveyStatusQuery(run: run, measurement: measurement) }

        func lines(of answer: SurveyStatus) -> [String] {
            let state = answer.closedOn.map { "closed on \($0)" } ?? "open"
            var lines = [
                "\(answer.measurement)-meting, \(answer.questionnaire): \(state)",
                "  \(SurveyText.part(answer.answers, of: answer.invited)) answered",
            ]
            if answer.needed > 0 {
                let more = answer.needed - answer.answers
                lines.append("  \(answer.needed) needed: \(more > 0 ? "\(more) more" : "reached")")
            }
            if let margin = answer.margin {
                let needed = answer.marginNeeded.map { "; at \(answer.needed) answers ±\(SurveyText.points($0))" } ?? ""
                lines.append(
                    "  margin ±\(SurveyText.points(margin)) points\(answer.needed > answer.answers ? needed : "")"
                )
            }
            lines.append(
                answer.codes.map { "  \($0) codes handed out" } ?? "  no codes handed out by kvo survey invite"
            )
            return lines
        }
    }
}
