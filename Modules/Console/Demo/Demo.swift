import ArgumentParser
import Contracts
import Foundation
import PluginKit
import Scheme

/// Runs two areas through the whole cycle, with services, a subscriber and three partners as processes of their own.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs two areas through all eight steps, with three partners that each see what they may.",
        discussion: """
            Starts the five services, a subscriber that sees every event, and the systems of three partners as processes \
            of their own in a temporary folder, and removes it afterwards. All speak with keys (CURVE). A partner\u{2019}s \
            system is in C or Python where these can be run, else in Swift; one is killed on the way and comes back. The \
            exit status is 1 when a partner misses an event, has one twice, or has one that it may not read. The police figures of 2022-2023 are real (Politie / CBS, data.politie.nl, table 47022NED); \
            everything else is example data.
            """
    )

    @Option(help: "The folder with the example files.")
    var examples = "Examples"
    @Option(help: "Keep the stores, the logs and the received events in this folder, which must not exist yet.")
    var keep: String?
    @Option(
        help: """
            Write the areas\u{2019} evaluation reports into this folder. Default: reports in the kept folder, or in one that \
            is removed.
            """
    )
    var reports: String?

    func run() async throws {
        try await Console.run {
            let cast = DemoArea.all
            try await DemoSystem.with(keep: keep, examples: examples, clock: DemoStory.firstDay) { system in
                Console.print(
                    "five services and a subscriber run, and the systems of three partners, each with its own keys:"
                )
                for line in system.partners.introductions { Console.print(TextWrap.lines(line, indent: 2)) }
                let player = DemoPlayer(system: system, examples: examples)
                let turns = try await player.play(DemoStory.chapters, with: cast)
                let report = try await DemoReport.gather(
                    from: system,
                    areas: cast,
                    turns: turns,
                    reports: reports
                )
                for line in report.lines { Console.print(line) }
                guard report.isComplete else {
                    throw ConsoleError.demonstration("the demonstration did not end as it should; see the last line.")
                }
            }
        }
    }
}
