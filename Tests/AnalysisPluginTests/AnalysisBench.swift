import AnalysisPlugin
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

/// An analysis service without a bus: news of the registry and commands go in, replies and the feed come out.
struct AnalysisBench {
    let runtime: PluginRuntime<InMemoryEventStore>
    var today: CalendarDate
    static let run: RunID = id("gm1581-0001-t1")
    static let area: AreaID = id("gm1581-0001")
    static let town: OrganisationID = id("gemeente-1")
    static let municipality = Region(code: "GM1581", name: "Utrechtse Heuvelrug")
    static let centre = Region(code: "BU15810000", name: "Doorn-Centrum")

    init(today: CalendarDate = day("2024-01-31")) throws {
        self.today = today
        let source = try #require(EventSource(system: "kvo-analysis"))
        runtime = PluginRuntime(
            try AnalysisPlugin(schemes: try SchemeCatalogue()),
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

    /// A service that has heard of the run of Doorn-Centrum, which is at step 2.
    static func measuring(today: CalendarDate = day("2024-01-31")) async throws -> AnalysisBench {
        let bench = try AnalysisBench(today: today)
        try await bench.hear(started())
        try await bench.hear(phase(1, round: 1))
        try await bench.hear(joined(town))
        try await bench.hear(phase(2, round: 1))
        return bench
    }

    static func started(areas: [AreaID] = [area], establishments: Int = 62) -> RunStarted {
        RunStarted(
            run: run,
            areas: areas,
            kind: .shoppingArea,
            development: .existing,
            name: "Doorn-Centrum",
            scheme: id("kvo-2008"),
            municipality: municipality,
            regions: [centre],
            establishments: establishments,
            on: day("2022-11-01")
        )
    }

    static func phase(_ step: Int, round: Int) -> PhaseChanged {
        PhaseChanged(run: run, areas: [area], from: nil, to: step, name: "x", round: round, because: "x")
    }

    static func joined(_ organisation: OrganisationID) -> PartyJoined {
        PartyJoined(
            run: run,
            areas: [area],
            organisation: organisation,
            kind: .municipality,
            name: "x",
            on: day("2022-11-01")
        )
    }

    static func areaChanged(_ establishments: Int) -> AreaChanged {
        AreaChanged(
            area: area,
            name: "Doorn-Centrum",
            regions: [centre],
            divisionYear: 2022,
            establishments: establishments,
            establishmentsDigest: "x"
        )
    }

    /// A file among the examples of the project, found from the place of this file.
    static func example(_ name: String) throws -> DeliveredFile {
        let folder = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let url = folder.appending(path: "Examples/doorn-centrum/\(name)")
        return DeliveredFile(name: name, content: try Data(contentsOf: url))
    }

    static func file(_ text: String) -> DeliveredFile { DeliveredFile(name: "bestand.csv", content: Data(text.utf8)) }

    /// Everything that a measurement is made of, from the examples.
    static func deliveries(_ number: Int) throws -> [any CommandContract] {
        let (year, window) = number == 0 ? ("2023", "2022-12-2023-11") : ("2025", "2024-12-2025-11")
        return [
            OpenSurvey(run: run, on: day("\(year)-09-01")),
            ImportResponses(run: run, file: try example("enquete-\(number)-meting.csv")),
            CloseSurvey(run: run, on: day("\(year)-10-01")),
            ImportInspection(run: run, file: try example("schouw-\(number)-meting.csv"), participants: [town]),
            DeliverPoliceFigures(
                run: run,
                file: try example("politiecijfers-\(window).csv"),
                source: "Politie / CBS, data.politie.nl, 47022NED",
                selectRegions: false
            ),
            DeliverFireFigures(
                run: run,
                file: try example("brandweercijfers-\(number)-meting.csv"),
                source: "voorbeelddata"
            ),
        ]
    }

    static func establish(_ year: String = "2023") -> EstablishAnalysis {
        EstablishAnalysis(
            run: run,
            on: day("\(year)-12-20"),
            discussedOn: day("\(year)-12-10"),
            bottlenecks: [
                Bottleneck(id: id("K1"), title: "Winkeldiefstal", indicator: "politie.2.5.2", value: nil),
                Bottleneck(
                    id: id("K2"),
                    title: "Slachtoffers van winkeldiefstal",
                    indicator: "enquete.slachtoffer-winkeldiefstal",
                    value: nil
                ),
            ]
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
                issuedBy: Issuer(organisation: Self.town, role: "projectleider"),
                body: try JSON.value(of: command)
            ),
            at: today.noonInTheNetherlands
        )
    }

    /// Sends commands that only prepare the test.
    func having(_ commands: [any CommandContract], sourceLocation: SourceLocation = #_sourceLocation) async throws {
        for command in commands {
            let reply = try await send(command)
            if case .refused(let refused) = reply { Issue.record("\(refused.message)", sourceLocation: sourceLocation) }
        }
    }

    func done(_ reply: CommandReply, sourceLocation: SourceLocation = #_sourceLocation) throws -> CommandReply.Done {
        guard case .done(let done) = reply else {
            Issue.record("\(reply)", sourceLocation: sourceLocation)
            throw CancellationError()
        }
        return done
    }

    func refused(
        _ reply: CommandReply,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> CommandReply.Refused {
        guard case .refused(let refused) = reply else {
            Issue.record("\(reply)", sourceLocation: sourceLocation)
            throw CancellationError()
        }
        return refused
    }

    func measurements(_ run: RunID? = nil) async throws -> [MeasurementSummary] {
        let query = MeasurementsQuery(run: run)
        let reply = try await runtime.answer(
            QueryRequest(type: MeasurementsQuery.name, body: try JSON.value(of: query))
        )
        return try JSON.decode(MeasurementList.self, from: try #require(try done(reply).result)).measurements
    }

    func feed() async throws -> [(topic: String, body: Data, event: CloudEvent)] {
        try await runtime.store.read { reader in
            try reader.feed(after: .start, limit: 1000, maxBytes: 10_000_000)
                .map { ($0.topic, $0.body, try CloudEvent(json: $0.body)) }
        }
    }

    func log() async throws -> [RecordedEvent] {
        try await runtime.store.read { try $0.events(after: .start, limit: 1000) }
    }

    func documents(
        _ collection: String,
        _ content: DocumentCollection.Content = .personal
    ) async throws -> [StoredDocument] {
        let collection = DocumentCollection(collection, content)
        return try await runtime.store.read { try $0.documents(in: collection, prefix: "") }
    }

    /// Lets the service hear an event of the registry, as it comes out of that one's feed.
    func hear(_ event: some EventContract, id: UUID = UUID()) async throws {
        var envelope = CloudEvent(id: id.uuidString, source: "urn:nld:test:registry", type: type(of: event).type)
        envelope.data = try JSON.value(of: event)
        let entry = FeedEntry(offset: FeedOffset(1), topic: "e/x/", body: try envelope.json())
        try await runtime.apply([entry], of: .registry, epoch: Epoch(), at: today.noonInTheNetherlands)
    }
}
