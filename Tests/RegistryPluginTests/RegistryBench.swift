import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import RegistryPlugin
import Scheme
import Testing

/// A registry service without a bus: commands go in, replies and the feed come out.
struct RegistryBench {
    let runtime: PluginRuntime<InMemoryEventStore>
    let today = Self.day("2026-03-02")
    static let area: AreaID = id("gm1581-0001")
    static let run: RunID = id("gm1581-0001-t1")
    static let list = "vestigingsnummer;naam;branche\n000099020002;Tweede;x\n000099020001;Eerste;y\n"

    init() throws {
        let source = try #require(EventSource(system: "kvo-registry"))
        runtime = PluginRuntime(
            RegistryPlugin(schemes: try SchemeCatalogue()),
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

    func registration(_ list: String = Self.list) -> RegisterArea {
        RegisterArea(
            area: Self.area,
            kind: .businessPark,
            development: .existing,
            name: "De Meent",
            municipality: Region(code: "GM1581", name: "Utrechtse Heuvelrug"),
            regions: [Region(code: "BU15810708", name: "Maarsbergen - De Meent")],
            divisionYear: 2022,
            establishments: DeliveredFile(name: "vestigingen.csv", content: Data(list.utf8))
        )
    }

    func send<C: CommandContract>(
        _ command: C,
        key: UUID = UUID(),
        expecting: Int64? = nil
    ) async throws -> CommandReply {
        try await runtime.carryOut(
            CommandRequest(
                key: key,
                type: C.name,
                expectedRevision: expecting,
                issuedBy: Issuer(organisation: Self.id("gemeente-1"), role: "projectleider"),
                body: try JSON.value(of: command)
            ),
            at: today.noonInTheNetherlands
        )
    }

    /// Sends commands that only prepare the test.
    func having(_ commands: any CommandContract..., sourceLocation: SourceLocation = #_sourceLocation) async throws {
        for command in commands {
            let reply = try await send(command)
            if case .refused(let refused) = reply { Issue.record("\(refused.message)", sourceLocation: sourceLocation) }
        }
    }

    func ask<Q: QueryContract>(_ query: Q) async throws -> Q.Answer {
        let reply = try await runtime.answer(QueryRequest(type: Q.name, body: try JSON.value(of: query)))
        return try JSON.decode(Q.Answer.self, from: try #require(try done(reply).result))
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

    func feed() async throws -> [FeedEntry] {
        try await runtime.store.read { try $0.feed(after: .start, limit: 1000, maxBytes: 1_000_000) }
    }

    func establishments() async throws -> [String] {
        let collection = DocumentCollection("establishment", .personal)
        return try await runtime.store.read { try $0.documents(in: collection, prefix: "").map(\.key) }
    }

    /// Lets the service hear an event of another, as it comes out of that one's feed.
    func hear(_ event: some EventContract, of feed: PluginName, offset: Int64, id: UUID = UUID()) async throws {
        var envelope = CloudEvent(id: id.uuidString, source: "urn:nld:test:\(feed)", type: type(of: event).type)
        envelope.data = try JSON.value(of: event)
        let entry = FeedEntry(offset: FeedOffset(offset), topic: "e/x/", body: try envelope.json())
        try await runtime.apply([entry], of: feed, epoch: Epoch(), at: today.noonInTheNetherlands)
    }

    static let mandatory: [PartyKind] = [.entrepreneurs, .municipality, .police, .fireBrigade]

    static func organisation(_ kind: PartyKind) -> OrganisationID { id("\(kind.rawValue)-1") }

    /// A registered area whose run has been signed.
    static func signed() async throws -> RegistryBench {
        let bench = try RegistryBench()
        try await bench.having(bench.registration(), StartRun(area: area))
        for kind in mandatory {
            let party = organisation(kind)
            try await bench.having(JoinParty(run: run, organisation: party, kind: kind, name: "X", on: bench.today))
        }
        try await bench.having(bench.agreement())
        return bench
    }

    func agreement() -> SignAgreement {
        SignAgreement(
            run: Self.run,
            on: today,
            signatories: Self.mandatory.map { Signatory(organisation: Self.organisation($0), function: "bestuurder") },
            meetingsPerYear: 4,
            chair: Self.organisation(.entrepreneurs),
            members: Self.mandatory.map(Self.organisation)
        )
    }
}
