import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PlanningPlugin
import PluginKit
import Scheme
import Testing

/// A planning service without a bus: commands and others' events go in, replies and the feed come out.
struct PlanningBench {
    let runtime: PluginRuntime<InMemoryEventStore>

    static let run: RunID = id("gm1581-0001-t1")
    static let areas: [AreaID] = [id("gm1581-0001"), id("gm1581-0002")]
    static let today = day("2026-03-10")
    static let parties: [(OrganisationID, PartyKind)] = [
        (id("ovheuvelrug"), .entrepreneurs), (id("gm1581"), .municipality), (id("politie-mn"), .police),
        (id("vru"), .fireBrigade),
    ]

    init() throws {
        runtime = PluginRuntime(
            PlanningPlugin(schemes: try SchemeCatalogue()),
            store: InMemoryEventStore(),
            source: try #require(EventSource(system: "kvo-planning"))
        )
    }

    static func id<T: Identifier>(_ text: String) -> T {
        guard let identifier = T(text) else { preconditionFailure("\(text) is not \(T.rule)") }
        return identifier
    }

    static func day(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no date") }
        return date
    }

    func send<C: CommandContract>(
        _ command: C,
        key: UUID = UUID(),
        expecting: Int64? = nil,
        on day: CalendarDate = Self.today
    ) async throws -> CommandReply {
        try await runtime.carryOut(
            CommandRequest(
                key: key,
                type: C.name,
                expectedRevision: expecting,
                issuedBy: Issuer(organisation: Self.id("gm1581"), role: "projectleider"),
                body: try JSON.value(of: command)
            ),
            at: day.noonInTheNetherlands
        )
    }

    /// Sends commands that only prepare the test.
    func having(
        _ commands: any CommandContract...,
        on day: CalendarDate = Self.today,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        for command in commands {
            if case .refused(let refused) = try await send(command, on: day) {
                Issue.record("\(refused.message)", sourceLocation: sourceLocation)
            }
        }
    }

    /// Lets the service hear an event of another, as it comes out of that one's feed: once for each area.
    func hear(_ event: some EventContract, of feed: PluginName, id: UUID = UUID()) async throws {
        var entries: [FeedEntry] = []
        for (index, area) in event.areas.enumerated() {
            let envelopeID = index == 0 ? id : UUID()
            var envelope = CloudEvent(
                id: envelopeID.uuidString.lowercased(),
                source: "urn:nld:oin:\(EventSource.exampleOIN):systeem:kvo-\(feed)",
                type: type(of: event).type
            )
            envelope.data = try JSON.value(of: event)
            let topic = Topic.event(stream: feed.description, area: area, name: type(of: event).name)
            entries.append(
                FeedEntry(offset: FeedOffset(Int64(index + 1)), topic: topic, body: try envelope.json())
            )
        }
        try await runtime.apply(entries, of: feed, epoch: Epoch(), at: Self.today.noonInTheNetherlands)
    }

    func plan() async throws -> PlanSummary {
        try #require(try await plans(PlansQuery(run: Self.run)).first)
    }

    func plans(_ query: PlansQuery) async throws -> [PlanSummary] {
        let reply = try await runtime.answer(QueryRequest(type: PlansQuery.name, body: try JSON.value(of: query)))
        return try JSON.decode(PlanList.self, from: try #require(try Self.done(reply).result)).plans
    }

    static func done(_ reply: CommandReply) throws -> CommandReply.Done {
        guard case .done(let done) = reply else {
            Issue.record("\(reply)")
            throw CancellationError()
        }
        return done
    }

    static func refused(_ reply: CommandReply) throws -> CommandReply.Refused {
        guard case .refused(let refused) = reply else {
            Issue.record("\(reply)")
            throw CancellationError()
        }
        return refused
    }

    func feed() async throws -> [FeedEntry] {
        try await runtime.store.read { try $0.feed(after: .start, limit: 1000, maxBytes: 10_000_000) }
    }

    func revision() async throws -> Int64 {
        try await runtime.store.read { try $0.revision(of: StreamName("plan", Self.run.text)).value }
    }

    func notes() async throws -> [StoredDocument] {
        try await runtime.store.read {
            try $0.documents(in: DocumentCollection("planning.note", .personal), prefix: "")
        }
    }
}
