import CloudEvents
import EventSourcing
import PluginKit

/// A plug-in that keeps what it hears of the probe: its effect is one document an event.
struct ListenerPlugin: BusPlugin {
    static let heard = DocumentCollection("heard", .derived)

    let name: PluginName
    let consumes: [PluginName]
    let projections: [any Projection] = []
    let commands: [CommandHandler] = []
    let queries: [QueryHandler] = []

    init(to feed: PluginName) throws {
        guard let name = PluginName("listener") else { throw BenchFailure("the listener has no name") }
        self.name = name
        consumes = [feed]
    }

    var reactions: [Reaction] {
        [
            Reaction(to: ObservationNoted.self) { event, work in
                let key = "\(event.series)/\(event.number)"
                try work.transaction.put(try JSON.encode(event), at: key, in: Self.heard)
            }
        ]
    }
}
