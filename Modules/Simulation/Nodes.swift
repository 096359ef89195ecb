import Contracts
import EventSourcing
import FoundationEssentials
import GatewayPlugin
import PluginKit
import Scheme
import Synchronization

/// A service that publishes.
struct PublisherNode {
    var store: InMemoryEventStore
    /// The publications of each life of its feed; the first has offset 1.
    var lives: [Epoch: [Int]]
    var isUp = true
    var backups: [(store: InMemoryEventStore, feed: [Int])] = []
    var restoreCount = 0

    var feed: [Int] { lives[store.epoch] ?? [] }
}

/// The gateway.
struct GatewayNode {
    var store: InMemoryEventStore
    var runtime: PluginRuntime<SteppedStore>
    var model: GatewayModel
    var isUp = false
    var backups: [(store: InMemoryEventStore, model: GatewayModel)] = []
    var restoreCount = 0
    /// Whether its next start is told that the store was restored.
    var isToldOfRestore = false
    /// All that was heard in each life of its feed, in order.
    var heard: [Epoch: [Int]] = [:]
    /// How far its clock is off.
    var clockOffset: Duration = .zero
    let poison = PoisonList()
    /// The keys that each open door lets in.
    var doors: [Int: Set<PartnerKey>] = [:]
    /// How much of each partner's feed was compared with the model.
    var compared: [Int]
    /// The answers to commands; a repeated one gets the same.
    var replies: [UUID: CommandReply] = [:]
}

/// A partner.
struct PartnerNode {
    let id: PartnerID
    let channel: ChannelName
    /// The key that it uses, which may be one that no longer lets it in.
    var key: PartnerKey
    var store = PartnerApplication()
    var review = PartnerReview()
    /// The publications of each life of its feed.
    var lives: PartnerReview.Lives = [:]
    var isUp = true
    var backups: [PartnerApplication] = []
    /// What it cannot handle for now.
    var poison: Set<Int> = []
    /// Whether a new key is on its way to it.
    var isAwaitingKey = false
}

/// The events that the gateway cannot handle for now.
final class PoisonList: Sendable {
    private let bodies = Mutex<Set<Data>>([])

    func add(_ body: Data) { bodies.withLock { _ = $0.insert(body) } }
    func remove(_ body: Data) { bodies.withLock { _ = $0.remove(body) } }
    func contains(_ body: Data) -> Bool { bodies.withLock { $0.contains(body) } }
}

/// The real plug-in of the gateway, which some events make fail after its work is done.
struct PoisonedGateway: BusPlugin {
    struct Failure: Error, CustomStringConvertible {
        let description = "this event cannot be handled for now"
    }

    /// Small pages, so that much happens between those of a back-fill.
    let gateway = GatewayPlugin(pageLimit: GatewayModel.pageLimit)
    let poison: PoisonList
    let mistake: Mistake?

    var name: PluginName { gateway.name }
    var consumes: [PluginName] { gateway.consumes }
    var projections: [any Projection] { gateway.projections }
    var commands: [CommandHandler] { gateway.commands }
    var queries: [QueryHandler] { gateway.queries }
    var reactions: [Reaction] { gateway.reactions }
    func begin(in epoch: Epoch, isRestored: Bool, _ work: PluginWork) throws {
        try gateway.begin(in: epoch, isRestored: isRestored, work)
    }
    func deafness(in reader: any StoreReader) throws -> String? { try gateway.deafness(in: reader) }
    var listener: EventListener? {
        gateway.listener.map { real in
            EventListener { [poison, mistake] heard, work in
                try real.hear(heard, work)
                if mistake == .givesWithoutGrant { try giveAway(in: work) }
                guard !heard.contains(where: { poison.contains($0.entry.body) }) else { throw Failure() }
            }
        }
    }

    /// Puts all that was ever heard into the first partner's feed.
    private func giveAway(in work: PluginWork) throws {
        guard let channel = ChannelName("partner-0") else { return }
        for (number, _) in try work.transaction.envelopes(after: 0, limit: .max) {
            _ = try work.transaction.deliver(envelope: number, to: channel, at: work.now)
        }
    }
}
