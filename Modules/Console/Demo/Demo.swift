import ArgumentParser
import Contracts
import Foundation
import PluginKit
import Scheme

/// Runs two areas through the whole cycle, with the services as four processes and a subscriber as the fifth.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs two areas through all eight steps, with a partner\u{2019}s subscriber that sees every event.",
        discussion: """
            Starts the four services and a subscriber as processes of their own in a temporary folder, and removes it \
            afterwards. The police figures of 2022-2023 are real (Politie / CBS, data.politie.nl, table 47022NED); \
            everything else is example data.
            """
    )

    @Option(help: "The folder with the example files.")
    var examples = "Examples"
    @Option(help: "Keep the stores, the logs and the received events in this folder, which must not exist yet.")
    var keep: String?

    func run() async throws {
        try await Console.run {
            let cast = DemoArea.all
            try await DemoSystem.with(keep: keep, clock: DemoStory.firstDay) { system in
                Console.print("five processes run: registry, analysis, planning, certification and a subscriber")
                let player = DemoPlayer(system: system, examples: examples)
                let turns = try await player.play(DemoStory.chapters, with: cast)
                let report = try await DemoReport.gather(from: system, areas: cast, turns: turns)
                for line in report.lines { Console.print(line) }
                guard report.isComplete else {
                    throw ConsoleError.demonstration("the demonstration did not end as it should; see the last line.")
                }
            }
        }
    }
}
