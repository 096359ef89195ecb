import EventSourcing
import Scheme

extension StreamName {
    /// The stream of an area.
    static func area(_ area: AreaID) -> StreamName { StreamName("area", area.text) }

    /// The stream of a run.
    static func run(_ run: RunID) -> StreamName { StreamName("run", run.text) }
}
