import AnalysisDomain
import Contracts
import PluginKit

extension AnalysisPlugin {
    var establishingCommands: [CommandHandler] {
        [
            CommandHandler(EstablishAnalysis.self) { command, work in
                let present = try present(of: command.run, doing: .establish, work)
                let bottlenecks = command.bottlenecks.map {
                    NewBottleneck(id: $0.id, title: $0.title, indicator: $0.indicator)
                }
                try measure(
                    .establish(
                        on: command.on,
                        discussedOn: command.discussedOn,
                        bottlenecks: bottlenecks,
                        tally: try tally(of: present, work)
                    ),
                    of: command.run,
                    work
                )
            }
        ]
    }
}
