import Contracts
import Foundation
import PluginKit
import Scheme
import Synchronization

/// Remembers what was answered: every command that is in it has happened, and must be found in the feeds once.
final class CommandRecord: Sendable {
    private let types = Mutex<[String: [String: [String]]]>([:])
    private let times = Mutex<[Duration]>([])

    /// How many commands were answered.
    var count: Int { times.withLock(\.count) }

    /// How long the answers took, in words.
    var waits: String {
        let sorted = times.withLock { $0.sorted() }
        guard let longest = sorted.last else { return "none" }
        func text(_ time: Duration) -> String {
            time.formatted(.units(allowed: [.seconds, .milliseconds], width: .narrow))
        }
        return "half within \(text(sorted[sorted.count / 2])), the longest \(text(longest))"
    }

    /// Notes a command's answer, and how long it took.
    func note(_ done: CommandReply.Done, in area: AreaID, by command: String, after time: Duration) {
        let service = String(command.prefix { $0 != "." })
        times.withLock { $0.append(time) }
        types.withLock { $0[service, default: [:]][area.text, default: []] += done.events }
    }

    /// The types of events that a service said it has recorded, in order, by area.
    func events(of service: PluginName) -> [String: [String]] {
        types.withLock { $0[service.description] ?? [:] }
    }
}
