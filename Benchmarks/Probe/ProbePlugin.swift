import EventSourcing
import PluginKit

/// A plug-in like the others, as small as one can be: a command that loads, decides, appends, publishes and projects.
struct ProbePlugin: BusPlugin {
    let name: PluginName
    let consumes: [PluginName] = []
    let projections: [any Projection] = [SeriesProjection()]
    let queries: [QueryHandler] = []
    let reactions: [Reaction] = []

    init() throws {
        guard let name = PluginName("probe") else { throw BenchFailure("the probe has no name") }
        self.name = name
    }

    var commands: [CommandHandler] {
        [
            CommandHandler(NoteObservation.self) { command, work in
                let observation = Observation(series: command.series, number: command.number, text: command.text)
                let stream = StreamName("series", command.series)
                try work.execute(ObservationDecider(), observation, on: stream, codec: ObservationCodec())
            }
        ]
    }
}
