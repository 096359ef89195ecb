import CloudEvents
import Contracts
import EventSourcing
import Foundation
import GatewayPlugin
import PluginKit
import Scheme
import Testing

/// A gateway without a bus: heard events and commands go in, replies, partners' feeds and its own feed come out.
struct GatewayBench {
    static let today = day("2026-11-23")
    static let police: PartnerID = id("politie-mn")
    static let fire: PartnerID = id("brandweer")

    let store: InMemoryEventStore
    let runtime: PluginRuntime<InMemoryEventStore>
    let epoch = Epoch()

    init(store: InMemoryEventStore = InMemoryEventStore(), retentionDays: Int? = nil) throws {
        self.store = store
        let source = try #require(EventSource(system: "gateway"))
        runtime = PluginRuntime(GatewayPlugin(retentionDays: retentionDays), store: store, source: source)
    }

    static func id<T: Identifier>(_ text: String) -> T {
        guard let identifier = T(text) else { preconditionFailure("\(text) is not \(T.rule)") }
        return identifier
    }

    static func day(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no date") }
        return date
    }

    static func key(_ number: Int) -> PartnerKey {
        let digits = String(number)
        return id(String(repeating: "0", count: 40 - digits.count) + digits)
    }

    // MARK: Commands and queries

    func send<C: CommandContract>(_ command: C, on day: CalendarDate = Self.today) async throws -> CommandReply {
        try await runtime.carryOut(Self.request(command), at: day.noonInTheNetherlands)
    }

    static func request<C: CommandContract>(_ command: C) throws -> CommandRequest {
        CommandRequest(
            key: UUID(),
            type: C.name,
            issuedBy: Issuer(organisation: id("gemeente-1"), role: "beheerder"),
            body: try JSON.value(of: command)
        )
    }

    /// Sends a command that must be carried out.
    @discardableResult
    func done(
        _ command: some CommandContract,
        on day: CalendarDate = Self.today,
        _ location: SourceLocation = #_sourceLocation
    ) async throws -> CommandReply.Done {
        let reply = try await send(command, on: day)
        guard case .done(let done) = reply else {
            Issue.record("\(reply)", sourceLocation: location)
            throw CancellationError()
        }
        return done
    }

    /// Sends a command that must be refused.
    @discardableResult
    func refused(
        _ command: some CommandContract,
        _ location: SourceLocation = #_sourceLocation
    ) async throws -> CommandReply.Refused {
        let reply = try await send(command)
        guard case .refused(let refused) = reply else {
            Issue.record("\(reply)", sourceLocation: location)
            throw CancellationError()
        }
        return refused
    }

    func answer<Q: QueryContract>(_ query: Q) async throws -> Q.Answer {
        let reply = try await runtime.answer(QueryRequest(type: Q.name, body: try JSON.value(of: query)))
        guard case .done(let done) = reply, let result = done.result else {
            Issue.record("\(reply)")
            throw CancellationError()
        }
        return try JSON.decode(Q.Answer.self, from: result)
    }

    func refusal(of query: some QueryContract) async throws -> String {
        let reply = try await runtime.answer(QueryRequest(type: type(of: query).name, body: try JSON.value(of: query)))
        guard case .refused(let refused) = reply else {
            Issue.record("\(reply)")
            throw CancellationError()
        }
        return refused.message
    }

    static func adding(_ partner: PartnerID, key number: Int, live: Int? = nil, feed: Int? = nil) -> AddPartner {
        AddPartner(
            partner: partner,
            organisation: id("politie"),
            name: "Afnemer",
            key: key(number),
            livePort: live,
            feedPort: feed
        )
    }

    @discardableResult
    func add(
        _ partner: PartnerID,
        key number: Int,
        live: Int? = nil,
        feed: Int? = nil
    ) async throws -> AddPartner.Answer {
        let done = try await done(Self.adding(partner, key: number, live: live, feed: feed))
        return try JSON.decode(AddPartner.Answer.self, from: try #require(done.result))
    }

    func grant(_ partner: PartnerID, _ pattern: String, _ dataClass: DataClass = .confidential) async throws {
        try await done(GrantTopics(partner: partner, pattern: Self.id(pattern), dataClass: dataClass))
    }

    func backfill(_ partner: PartnerID, _ pattern: String = "*/*/*/*") async throws -> Int {
        let done = try await done(BackfillPartner(partner: partner, pattern: Self.id(pattern)))
        return try JSON.decode(BackfillPartner.Answer.self, from: try #require(done.result)).events
    }

    // MARK: Events

    /// An entry of another service's feed.
    static func entry(
        _ offset: Int64,
        of feed: String = "certification",
        in municipality: String = "gm0344",
        dataClass: String? = "openbaar",
        subject: String? = nil
    ) throws -> FeedEntry {
        var event = CloudEvent(id: "\(feed)-\(offset)", source: "urn:nld:test:\(feed)", type: "nl.kvo.test.v1")
        event.subject = subject
        event.dataClass = dataClass
        event.data = .object(["number": .integer(offset)])
        let topic = "e/\(feed)/\(municipality)/\(municipality)-0001/test/"
        return FeedEntry(offset: FeedOffset(offset), topic: topic, body: try event.json())
    }

    func hear(_ entries: [FeedEntry], of feed: PluginName = .certification, at now: Instant? = nil) async throws {
        try await runtime.apply(entries, of: feed, epoch: epoch, at: now ?? Self.today.noonInTheNetherlands)
    }

    /// Hears events of a municipality.
    func hear(_ offsets: ClosedRange<Int64>, in municipality: String = "gm0344") async throws {
        try await hear(try offsets.map { try Self.entry($0, in: municipality) })
    }

    /// What is in a partner's feed, by the identifiers of the events.
    func feed(of partner: PartnerID) async throws -> [String] {
        let channel = try #require(ChannelName(partner.text))
        let entries = try await store.read {
            try $0.entries(of: channel, after: .start, limit: 10_000, maxBytes: 100_000_000)
        }
        #expect(entries.map(\.offset.value) == Array(1...max(1, Int64(entries.count))).prefix(entries.count).map { $0 })
        return try entries.map { try CloudEvent(json: $0.body).id }
    }

    /// The gateway's own feed.
    func ownFeed() async throws -> [FeedEntry] {
        try await store.read { try $0.feed(after: .start, limit: 1000, maxBytes: 10_000_000) }
    }

    static func ids(_ offsets: ClosedRange<Int64>, of feed: String = "certification") -> [String] {
        offsets.map { "\(feed)-\($0)" }
    }
}
