import ArgumentParser
import Contracts
import Scheme

extension AnalysisCommand {
    /// Shows the measurements and their figures.
    struct AnalysisShow: QueryCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Shows the measurements of a run and their figures."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @OptionGroup var connection: ConnectionOptions

        func makeQuery() -> MeasurementsQuery { MeasurementsQuery(run: run) }

        func lines(of answer: MeasurementList) -> [String] {
            guard !answer.measurements.isEmpty else { return ["no measurement yet; begin with kvo survey open"] }
            return answer.measurements.flatMap(Self.lines)
        }

        private static func lines(of measurement: MeasurementSummary) -> [String] {
            let survey =
                "\(measurement.answers) of \(measurement.invited ?? 0) answered, \(measurement.needed ?? 0) needed"
            let rounds = measurement.inspections.map { "\($0.id) \($0.kind.rawValue) \($0.on)" }.joined(separator: ", ")
            var lines = [
                "\(measurement.measurement)-meting: \(measurement.establishedOn.map { "vastgesteld \($0)" } ?? "not established")",
                "  enquête: \(survey)",
                "  schouw: \(rounds.isEmpty ? "–" : rounds)",
                "  politiecijfers: \(measurement.policeDelivered ? "delivered" : "–")",
                "  brandweercijfers: \(measurement.fireDelivered ? "delivered" : "–")",
            ]
            var table = TextTable(header: ["  indicator", "figure", "value", "95 %"])
            for figure in measurement.figures {
                table.append(["  \(figure.id)", figure.name, FigureText.value(figure), FigureText.interval(figure)])
            }
            for bottleneck in measurement.bottlenecks {
                lines.append("  knelpunt \(bottleneck.id) \(bottleneck.title) (\(bottleneck.indicator))")
            }
            if !measurement.figures.isEmpty { lines += table.lines }
            return lines
        }
    }
}
