import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Scheme
import Testing

/// A counter with a store in memory, and what a test asks of it.
struct Bench {
    /// 2026-11-23T11:00:00Z.
    static let now = Instant(microseconds: 1_795_431_600_000_000)

    let store: InMemoryEventStore
    let runtime: PluginRuntime<InMemoryEventStore>
    let areas: [AreaID]

    init(_ name: String = "counter", store: InMemoryEventStore = InMemoryEventStore()) throws {
        let plugin = CounterPlugin(name: try #require(PluginName(name)))
        self.store = store
        runtime = PluginRuntime(plugin, store: store, source: try #require(EventSource(system: name)))
        areas = [try #require(AreaID("gm1581-0001")), try #require(AreaID("gm0355-0002"))]
    }

    func request(
        _ body: some CommandContract,
        key: UUID = UUID(),
        expecting revision: Int64? = nil,
        deadline: Int64? = nil,
        role: RoleName = "projectleider"
    ) throws -> CommandRequest {
        CommandRequest(
            key: key,
            type: type(of: body).name,
            expectedRevision: revision,
            deadline: deadline,
            issuedBy: Issuer(organisation: try #require(OrganisationID("gemeente-zeist")), role: role),
            body: try JSON.value(of: body)
        )
    }

    func carryOut(_ request: CommandRequest) async throws -> CommandReply {
        try await runtime.carryOut(request, at: Self.now)
    }

    @discardableResult
    func add(_ amount: Int, areas: [AreaID]? = nil) async throws -> CommandReply {
        try await carryOut(request(Add(amount: amount, areas: areas ?? [self.areas[0]])))
    }

    /// The total as the query answers it.
    func total() async throws -> Int {
        let reply = try await runtime.answer(QueryRequest(type: TotalQuery.name, body: .object([:])))
        guard case .done(let done) = reply, let result = done.result else {
            Issue.record("\(reply)")
            return -1
        }
        return try JSON.decode(TotalQuery.Answer.self, from: result).total
    }

    func feed() async throws -> [FeedEntry] {
        try await store.read { try $0.feed(after: .start, limit: 1000, maxBytes: 10_000_000) }
    }

    func log() async throws -> [RecordedEvent] {
        try await store.read { try $0.events(after: .start, limit: 1000) }
    }

    /// What the reactions kept.
    func heard() async throws -> [String] {
        try await store.read { reader in
            try reader.documents(in: CounterPlugin.documents, prefix: "heard").map {
                String(decoding: $0.body, as: UTF8.self)
            }
        }
    }
}

extension CommandReply {
    /// The refusal; an issue when there is none.
    func refusal(_ location: SourceLocation = #_sourceLocation) throws -> Refused {
        guard case .refused(let refused) = self else {
            Issue.record("\(self)", sourceLocation: location)
            throw Fault()
        }
        return refused
    }

    /// The positive answer; an issue when there is none.
    func done(_ location: SourceLocation = #_sourceLocation) throws -> Done {
        guard case .done(let done) = self else {
            Issue.record("\(self)", sourceLocation: location)
            throw Fault()
        }
        return done
    }
}
