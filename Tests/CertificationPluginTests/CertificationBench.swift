import CertificationPlugin
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

/// A certification service without a bus: heard events and commands go in, replies and the feed come out.
struct CertificationBench {
    let runtime: PluginRuntime<InMemoryEventStore>
    static let today = day("2026-03-02")
    static let areas: [AreaID] = [id("gm1581-0001"), id("gm1581-0002")]
    static let run: RunID = id("gm1581-0001-t1")
    static let gemeente: OrganisationID = id("gemeente-1")
    static let reviewer: OrganisationID = id("kiwa")

    init() throws {
        let source = try #require(EventSource(system: "kvo-certification"))
        runtime = PluginRuntime(
            CertificationPlugin(schemes: try SchemeCatalogue()),
            store: InMemoryEventStore(),
            source: source
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
                issuedBy: Issuer(organisation: Self.reviewer, role: "auditor"),
                body: try JSON.value(of: command)
            ),
            at: day.noonInTheNetherlands
        )
    }

    /// Sends commands that only prepare the test.
    func having(_ commands: any CommandContract..., on day: CalendarDate = Self.today) async throws {
        for command in commands {
            if case .refused(let refused) = try await send(command, on: day) { Issue.record("\(refused.message)") }
        }
    }

    func done(_ reply: CommandReply) throws -> CommandReply.Done {
        guard case .done(let done) = reply else {
            Issue.record("\(reply)")
            throw CancellationError()
        }
        return done
    }

    func refused(_ reply: CommandReply) throws -> CommandReply.Refused {
        guard case .refused(let refused) = reply else {
            Issue.record("\(reply)")
            throw CancellationError()
        }
        return refused
    }

    func certificates(_ run: RunID? = nil) async throws -> CertificateList {
        let query = CertificatesQuery(run: run)
        let reply = try await runtime.answer(
            QueryRequest(type: CertificatesQuery.name, body: try JSON.value(of: query))
        )
        return try JSON.decode(CertificateList.self, from: try #require(try done(reply).result))
    }

    func feed() async throws -> [FeedEntry] {
        try await runtime.store.read { try $0.feed(after: .start, limit: 1000, maxBytes: 1_000_000) }
    }

    /// Lets the clock come by on a day.
    func fallDue(_ day: String) async throws {
        try await runtime.fallDue(at: Self.day(day).noonInTheNetherlands)
    }

    /// Lets the service hear events of another, once for each area, as they come out of that one's feed.
    func hear(_ events: any EventContract..., of feed: PluginName) async throws {
        for event in events {
            for _ in event.areas {
                var envelope = CloudEvent(
                    id: UUID().uuidString,
                    source: "urn:nld:test:\(feed)",
                    type: type(of: event).type
                )
                envelope.data = try JSON.value(of: event)
                let entry = FeedEntry(offset: FeedOffset(1), topic: "e/x/", body: try envelope.json())
                try await runtime.apply([entry], of: feed, epoch: Epoch(), at: Self.today.noonInTheNetherlands)
            }
        }
    }

    func phase(_ number: Int, round: Int = 1) -> PhaseChanged {
        PhaseChanged(
            run: Self.run,
            areas: Self.areas,
            from: 1,
            to: number,
            name: "x",
            round: round,
            because: "x"
        )
    }

    func joined(_ organisation: OrganisationID) -> PartyJoined {
        PartyJoined(
            run: Self.run,
            areas: Self.areas,
            organisation: organisation,
            kind: .municipality,
            name: "x",
            on: Self.today
        )
    }

    func analysis(_ number: Int, closed: CalendarDate = Self.today) -> AnalysisEstablished {
        AnalysisEstablished(
            run: Self.run,
            areas: Self.areas,
            measurement: number,
            on: closed,
            surveyClosedOn: closed,
            figures: [],
            bottlenecks: []
        )
    }

    /// A run at step 4 of which everything was heard.
    static func ready() async throws -> CertificationBench {
        let bench = try CertificationBench()
        let started = RunStarted(
            run: run,
            areas: areas,
            kind: .businessPark,
            development: .existing,
            name: "De Meent",
            scheme: id("kvo-2008"),
            municipality: Region(code: "GM1581", name: "Utrechtse Heuvelrug"),
            regions: [],
            establishments: 80,
            on: today
        )
        let plan = PlanAdopted(run: run, areas: areas, version: 1, on: today, objectives: [], measures: 1, agreedBy: [])
        try await bench.hear(started, bench.joined(gemeente), bench.phase(4), of: .registry)
        try await bench.hear(bench.analysis(0), of: .analysis)
        try await bench.hear(plan, of: .planning)
        return bench
    }

    /// The review up to the decision.
    func review(on day: CalendarDate = Self.today) async throws {
        try await having(
            RequestAudit(run: Self.run, by: Self.gemeente, on: day),
            PlanAudit(run: Self.run, reviewer: Self.reviewer, on: day),
            CompleteAudit(
                run: Self.run,
                on: day,
                siteVisit: true,
                documentStudy: true,
                interviewsEntrepreneurs: true,
                interviewsGovernment: true,
                positive: true
            ),
            on: day
        )
    }

    /// With the first certificate.
    static func certified() async throws -> CertificationBench {
        let bench = try await ready()
        try await bench.review()
        try await bench.having(Decide(run: run, grant: true, reasons: "", on: today))
        return bench
    }
}
