import Contracts
import PluginKit
import Scheme
import Synchronization

/// Remembers what was answered: every command that is in it has happened, and must be found in the feeds once.
final class CommandRecord: Sendable {
    private let types = Mutex<[String: [String: [String]]]>([:])
    private let number = Mutex(0)

    /// How many commands were answered.
    var count: Int { number.withLock { $0 } }

    /// Notes a command's answer.
    func note(_ done: CommandReply.Done, in area: AreaID, by command: String) {
        let service = String(command.prefix { $0 != "." })
        number.withLock { $0 += 1 }
        types.withLock { $0[service, default: [:]][area.text, default: []] += done.events }
    }

    /// The types of events that a service said it has recorded, in order, by area.
    func events(of service: PluginName) -> [String: [String]] {
        types.withLock { $0[service.description] ?? [:] }
    }
}
