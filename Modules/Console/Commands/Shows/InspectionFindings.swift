import ArgumentParser
import CloudEvents
import Contracts
import PluginKit
import Scheme

extension InspectionCommand {
    /// Shows the findings, how long they are open, what is overdue and who owns it.
    struct Findings: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "findings",
            abstract: "Shows the findings, how long they are open, what is overdue and who owns it."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The number of the measurement. Default: all.")
        var measurement: Int?
        @Option(help: "The day from which is counted. Default: the day that the service shows.")
        var on: CalendarDate?
        @Flag(help: "Only what is overdue.")
        var overdue = false
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Console.run {
                let answer = try await KVOClient.with(
                    connection.place(),
                    timeout: .seconds(connection.timeout),
                    isRunning: true
                ) { client in
                    try await Progress.show("waiting for an answer") {
                        try await client.ask(
                            FindingsQuery(
                                run: run,
                                measurement: measurement,
                                on: try await client.inspectionDay(on),
                                onlyOverdue: overdue
                            )
                        )
                    }
                }
                if connection.json { return Console.print(try JSON.encode(answer)) }
                for line in Self.lines(of: answer, onlyOverdue: overdue) {
                    Console.print(line.replacing("\n", with: " "))
                }
            }
        }

        /// The answer as lines for a person.
        static func lines(of list: FindingList, onlyOverdue: Bool) -> [String] {
            guard !list.rounds.isEmpty else { return ["no round yet; begin with kvo inspection import"] }
            var lines = onlyOverdue ? [] : list.rounds.map(line)
            if list.findings.isEmpty {
                lines.append(onlyOverdue ? "nothing is overdue on \(list.on)" : "nothing was found")
            } else {
                var table = TextTable(
                    header: [
                        "finding", "ernst", "categorie", "eigenaar", "uiterlijk", "status", "days open", "late", "RD",
                    ]
                )
                for finding in list.findings { table.append(row(finding)) }
                lines += table.lines
            }
            for owner in list.late {
                lines.append(
                    "\(owner.owner): \(owner.overdue + owner.escalated) overdue, at most \(owner.mostDaysLate) days"
                        + (owner.escalated > 0 ? "; \(owner.escalated) to be brought before the workgroup" : "")
                )
            }
            return lines
        }

        private static func line(_ round: InspectedRound) -> String {
            let times = round.begin.map { " \($0)" + (round.end.map { "\u{2013}\($0)" } ?? "") } ?? ""
            let unchecked = round.kind == .dark && round.begin == nil
            return "\(round.id) \(round.kind.rawValue) \(round.on)\(times): "
                + round.participants.map(\.text).joined(separator: ", ")
                + (unchecked ? " (no times: not held against the setting of the sun)" : "")
        }

        private static func row(_ finding: FindingSummary) -> [String] {
            // A term of ours is no agreement: it is shown between brackets.
            let due = finding.dueBy.map { finding.due == nil ? "(\($0))" : "\($0)" } ?? "\u{2013}"
            let place = finding.rdX.flatMap { x in finding.rdY.map { "\(x) \($0)" } } ?? ""
            return [
                finding.id.text, finding.severity, finding.category, finding.owner, due, finding.status.rawValue,
                "\(finding.daysOpen)", finding.daysLate > 0 ? "\(finding.daysLate)" : "", place,
            ]
        }
    }
}

extension KVOClient {
    /// The day that was asked for, or else the one that the clock of the analysis service shows.
    func inspectionDay(_ asked: CalendarDate?) async throws -> CalendarDate {
        if let asked { return asked }
        return try await ask(StatusQuery(), of: .analysis).date
    }
}
