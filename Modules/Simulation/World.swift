import Bus
import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import GatewayPlugin
import PluginKit
import Scheme

/// Publishers, the gateway, partners and the network between them in virtual time, driven by one seed.
///
/// The state machines, the gateway's plug-in and its runtime, and the stores are the real ones; their shells, the
/// network and the partners' programs are simulated. Nothing here runs at the same time as anything else.
final class World {
    enum Node: Hashable {
        case publisher(Int)
        case gateway
        case partner(Int)
    }

    /// The work of a consumer that is under way.
    enum Effect {
        case entries([FeedEntry], Epoch, attempt: Int)
        case page([FeedEntry], Epoch, asOf: FeedOffset, isLast: Bool)
    }

    enum Happening {
        case tickServer(Int)
        case tickConsumer(Int)
        case beat(Int)
        case handshake(Int, connection: Int)
        case request(Int, attachment: Int, [[UInt8]])
        case reply(Int, connection: Int, attachment: Int, FeedReply, request: UInt64)
        case live(Int, connection: Int, LiveMessage)
        case broken(Int, connection: Int)
        case denied(Int, connection: Int)
        case serve(Int, life: Int, FeedServer.Action)
        case effect(Int, life: Int, Effect)
        case announce(Int)
        case publish(Int)
        case command(PartnerOrder)
        case keepDoors
        case retryAtGateway(Int)
        case retryAtPartner(Int)
        case repair(Int)
        case start(Node)
        case crash(Node)
        case backUp(Node)
        case restore(Node)
        case pause(Node)
        case breakConnection(Int)
        case partition(Int)
        case trim(Int)
        case jumpClock
        case intrude(Int)
        case giveKey(Int)
        case confirmRestored
        case reconcile(Int, life: Int)
        case calm
    }

    let seed: UInt64
    let mistake: Mistake?
    let weather: Weather
    let issuer: Issuer
    var dice: SeededGenerator
    var now: Duration = .zero
    var steps = 0
    var agenda = Agenda<Happening>()
    var tally = FaultTally()
    var trace = Trace()
    var violation: Violation?
    var publications: [Publication] = []
    var numbers: [Data: Int] = [:]
    var links: [Link]
    var publishers: [PublisherNode]
    var gateway: GatewayNode
    var partners: [PartnerNode]
    var pausedUntil: [Node: Duration] = [:]
    var isCalm = false
    /// How long after the last fault everything had come to rest, once it has.
    var settledAfter: Duration?

    /// How long after the last fault everything must have come to rest: twice the longest back-off and then some.
    static let patience: Duration = .seconds(120)

    init(seed: UInt64, mistake: Mistake?) {
        self.seed = seed
        self.mistake = mistake
        var dice = SeededGenerator(seed: seed)
        weather = Weather(&dice)
        guard let organisation = OrganisationID("politie-mn") else { preconditionFailure("a good organisation") }
        issuer = Issuer(organisation: organisation, role: "beheerder")
        publishers = (0..<weather.publisherCount).map { _ in
            let epoch = Epoch(dice.uuid())
            return PublisherNode(store: InMemoryEventStore(epoch: epoch), lives: [epoch: []])
        }
        partners = (0..<weather.partnerCount).map { number in
            guard let id = PartnerID("partner-\(number)"), let channel = ChannelName(id.text) else {
                preconditionFailure("a good partner")
            }
            return PartnerNode(id: id, channel: channel, key: PartnerKey.made(&dice))
        }
        let store = InMemoryEventStore(epoch: Epoch(dice.uuid()))
        gateway = GatewayNode(
            store: store,
            runtime: Self.runtime(store, PoisonList(), mistake),
            model: GatewayModel(partners: weather.partnerCount, publishers: weather.publisherCount),
            compared: Array(repeating: 0, count: weather.partnerCount)
        )
        links = Array(repeating: Link(), count: weather.publisherCount + weather.partnerCount)
        self.dice = dice
    }

    static func runtime(
        _ store: InMemoryEventStore,
        _ poison: PoisonList,
        _ mistake: Mistake?
    ) -> PluginRuntime<SteppedStore> {
        guard let source = EventSource(system: "gateway") else { preconditionFailure("a good source") }
        let plugin = PoisonedGateway(poison: poison, mistake: mistake)
        return PluginRuntime(plugin, store: SteppedStore(store, plugin, source: source), source: source)
    }

    /// Runs until a rule is broken or everything has come to rest.
    func run() async throws {
        try await setUp()
        while violation == nil, let next = agenda.next() {
            now = next.at
            steps += 1
            if !pausedUntil.isEmpty, let until = host(of: next.happening).flatMap({ pausedUntil[$0] }), until > now {
                agenda.add(next.happening, at: until)
                continue
            }
            try await take(next.happening)
            review()
            guard isCalm, violation == nil else { continue }
            if steps % 8 == 0, try await isAtRest() {
                settledAfter = now - weather.faultyFor
                return
            }
            if now > weather.faultyFor + Self.patience {
                violate("not everything has come to rest \(Self.patience) after the last fault: \(try await unrest())")
            }
        }
    }

    // MARK: Helpers

    func plan(_ happening: Happening, after milliseconds: ClosedRange<Int>) {
        agenda.add(happening, at: now + dice.milliseconds(milliseconds))
    }

    /// Whether a fault of this chance happens, which none does in the end.
    func strikes(_ chance: Double) -> Bool { dice.happens(chance) && !isCalm }

    func note(_ line: @autoclosure () -> String) {
        trace.note("\(now.microseconds) \(line())")
    }

    func violate(_ sentence: String) {
        guard violation == nil else { return }
        note("broken: \(sentence)")
        violation = Violation(seed: seed, step: steps, sentence: sentence, trace: trace.lines)
    }

    /// The partner of a door, `nil` for a publisher's feed.
    func partner(of link: Int) -> Int? { link < publishers.count ? nil : link - publishers.count }

    func door(of partner: Int) -> Int { publishers.count + partner }

    func consumerNode(_ link: Int) -> Node { partner(of: link).map(Node.partner) ?? .gateway }

    func serverNode(_ link: Int) -> Node { partner(of: link) == nil ? .publisher(link) : .gateway }

    /// What the gateway's clock shows.
    var wall: Instant {
        let since = now + gateway.clockOffset
        return Instant(microseconds: 1_795_521_600_000_000 + since.microseconds)
    }

    /// The process in which something happens, which may be stopped.
    private func host(of happening: Happening) -> Node? {
        switch happening {
        case .tickServer(let link), .beat(let link), .announce(let link), .request(let link, _, _),
            .serve(let link, _, _), .handshake(let link, _):
            serverNode(link)
        case .tickConsumer(let link), .reply(let link, _, _, _, _), .live(let link, _, _), .effect(let link, _, _),
            .broken(let link, _), .denied(let link, _):
            consumerNode(link)
        case .command, .confirmRestored, .keepDoors, .retryAtGateway, .trim: .gateway
        default: nil
        }
    }

    private func take(_ happening: Happening) async throws {
        switch happening {
        case .tickServer(let link):
            plan(happening, after: weather.tick...weather.tick)
            serve(.tick, link)
        case .tickConsumer(let link):
            plan(happening, after: weather.tick...weather.tick)
            give(.tick, to: link)
        case .beat(let link): beat(link)
        case .handshake(let link, let connection): meet(link, connection)
        case .request(let link, let attachment, let frames): receive(frames, link, attachment)
        case .reply(let link, let connection, let attachment, let reply, let request):
            guard links[link].connection == connection, links[link].carries(attachment, at: now) else { return }
            give(.reply(reply, request: request), to: link)
        case .live(let link, let connection, let message):
            guard links[link].connection == connection else { return }
            give(.live(message), to: link)
        case .broken(let link, let connection):
            guard links[link].connection == connection else { return }
            give(.disconnected, to: link)
        case .denied(let link, let connection):
            guard links[link].connection == connection else { return }
            give(.denied(why: "the door does not know this key"), to: link)
        case .serve(let link, let life, let action): try await carryOut(action, link, life)
        case .effect(let link, let life, let effect): try await make(effect, link, life)
        case .announce(let link): try await announce(link)
        case .publish(let publisher): try await publish(publisher)
        case .command(let order): try await carryOut(order)
        case .keepDoors: try await keepDoors()
        case .retryAtGateway(let feed): try await retryAtGateway(feed)
        case .retryAtPartner(let partner): retryAtPartner(partner)
        case .repair(let number): repair(number)
        case .start(let node): try await start(node)
        case .crash(let node): crash(node)
        case .backUp(let node): try backUp(node)
        case .restore(let node): try restore(node)
        case .pause(let node): pause(node)
        case .breakConnection(let link): detach(link)
        case .partition(let link): partition(link)
        case .trim(let partner): try await trim(partner)
        case .jumpClock: jumpClock()
        case .intrude(let partner): intrude(partner)
        case .giveKey(let partner): giveKey(partner)
        case .confirmRestored: try await confirmRestored()
        case .reconcile(let link, let life): try await reconcile(link, life)
        case .calm: calm()
        }
    }
}

extension Duration {
    /// The whole microseconds.
    var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
