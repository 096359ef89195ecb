import Contracts
import EventSourcing
import Foundation
import PluginKit
import RegistryDomain
import Scheme
import Testing

@testable import RegistryPlugin

@Suite("The registry's log")
struct RegistryCodecTests {
    static let day = RegistryBench.day("2026-03-02")
    static let municipality = NamedMunicipality(code: RegistryBench.id("GM1581"), name: "Utrechtse Heuvelrug")
    static let regions = [NamedRegion(code: RegistryBench.id("BU15810708"), name: "De Meent")]
    static let profile = AreaProfile(
        name: "De Meent",
        regions: regions,
        divisionYear: 2022,
        establishments: EstablishmentCount(count: 80, digest: "ab")
    )
    static let organisation: OrganisationID = RegistryBench.id("politie-1")

    static let areaEvents: [AreaEvent] = [
        .registered(
            AreaRegistration(
                area: RegistryBench.area,
                kind: .businessPark,
                development: .newBuild,
                municipality: municipality,
                profile: profile
            )
        ),
        .changed(RegistryBench.area, profile),
        .runGivenOut(RegistryBench.area, RegistryBench.run),
        .runEnded(RegistryBench.area, RegistryBench.run),
    ]

    static let facts: [RunEvent.Fact] = [
        .started(
            RunStart(
                kind: .shoppingArea,
                development: .existing,
                name: "Doorn-Centrum",
                scheme: RegistryBench.id("kvo-3"),
                municipality: municipality,
                regions: regions,
                establishments: 80,
                on: day
            )
        ),
        .phaseChanged(PhaseChange(from: nil, to: 1, name: "Samenwerking vormgeven", round: 1, because: "x")),
        .phaseChanged(PhaseChange(from: 8, to: 5, name: "Uitvoering", round: 3, because: "y")),
        .partyJoined(Party(organisation: organisation, kind: .police, name: "Politie"), on: day),
        .partyLeft(organisation, .police, mandatoryKindMissing: true, on: day),
        .agreementSigned(
            Agreement(
                on: day,
                signatures: [.init(organisation: organisation, function: "teamchef")],
                meetingsPerYear: 6
            )
        ),
        .workgroupInstalled(Workgroup(chair: organisation, members: [organisation]), on: day),
        .evaluationStarted(measurement: 2, on: day),
        .annualReportNoted(year: 2025),
        .certificateNoted(RegistryBench.id("KVO-1"), stars: 2),
        .stopped(on: day),
    ]

    @Test("gives every event of an area back as it was", arguments: areaEvents)
    func areas(event: AreaEvent) throws {
        let codec = AreaCodec()
        let (type, payload) = try codec.encode(event)
        #expect(try codec.decode(type: type, payload: payload) == event)
    }

    @Test("gives every event of a run back as it was", arguments: facts)
    func runs(fact: RunEvent.Fact) throws {
        let codec = RunCodec()
        let event = RunEvent(fact, in: RegistryBench.run, over: [RegistryBench.area])
        let (type, payload) = try codec.encode(event)
        #expect(try codec.decode(type: type, payload: payload) == event)
    }

    @Test("knows each of its types, published and internal")
    func complete() throws {
        let types =
            try Self.areaEvents.map { try AreaCodec().encode($0).type }
            + Self.facts.map { try RunCodec().encode(RunEvent($0, in: RegistryBench.run, over: [])).type }
        let known = Array(AreaCodec().readings.keys) + Array(RunCodec().readings.keys)
        #expect(Set(types) == Set(known))
        #expect(Set(EventCatalogue.registry.map { $0.type }).isSubset(of: Set(types)))
    }

    @Test("calls an event that it does not know damage")
    func unknown() {
        #expect(throws: EventStoreError.self) {
            try RunCodec().decode(type: "nl.kvo.onbekend.v1", payload: Data("{}".utf8))
        }
    }
}
