import Contracts
import EventSourcing
import Foundation
import Scheme
import Testing

@Suite("News of the registry at the service")
struct RegistryNewsTests {
    private typealias Bench = AnalysisBench

    @Test("an event that is heard twice, as for a run of two areas, has one effect and is not published")
    func twice() async throws {
        let bench = try await Bench.measuring()
        let news: [any EventContract] = [
            Bench.started(), Bench.phase(3, round: 1), Bench.joined(Bench.id("vru")),
            PartyLeft(
                run: Bench.run,
                areas: [Bench.area],
                organisation: Bench.town,
                kind: .municipality,
                mandatoryKindMissing: true,
                on: Bench.day("2023-01-01")
            ),
            EvaluationStarted(run: Bench.run, areas: [Bench.area], measurement: 1, on: Bench.day("2023-01-01")),
            Bench.areaChanged(60),
            RunStopped(run: Bench.run, areas: [Bench.area], on: Bench.day("2023-01-01")),
        ]
        for event in news { try await bench.hear(event) }
        let count = try await bench.log().count
        #expect(count == 9)
        for event in news.reversed() where !(event is PhaseChanged || event is PartyJoined) {
            try await bench.hear(event)
        }
        #expect(try await bench.log().count == count)
        #expect(try await bench.feed().isEmpty)
    }

    @Test("a change of the area before the opening changes the number invited, and after it does not")
    func establishments() async throws {
        let bench = try await Bench.measuring()
        try await bench.hear(Bench.areaChanged(60))
        try await bench.having([OpenSurvey(run: Bench.run, on: Bench.day("2023-09-01"))])
        try await bench.hear(Bench.areaChanged(40))
        let summary = try #require(try await bench.measurements().first)
        #expect(summary.invited == 60 && summary.needed == 18)
    }

    @Test("of a run of two areas, the change of one is taken over as a difference")
    func twoAreas() async throws {
        let bench = try AnalysisBench()
        let other: AreaID = Bench.id("gm1581-0002")
        try await bench.hear(
            AreaRegistered(
                area: Bench.area,
                kind: .shoppingArea,
                development: .existing,
                name: "Doorn-Centrum",
                municipality: Bench.municipality,
                regions: [Bench.centre],
                divisionYear: 2022,
                establishments: 40,
                establishmentsDigest: "x"
            )
        )
        try await bench.hear(Bench.started(areas: [Bench.area, other], establishments: 62))
        try await bench.hear(Bench.phase(2, round: 1))
        try await bench.hear(Bench.areaChanged(50))
        try await bench.having([OpenSurvey(run: Bench.run, on: Bench.day("2023-09-01"))])
        #expect(try await bench.measurements().first?.invited == 72)
        #expect(
            try await bench.feed().map(\.topic) == [
                "e/analysis/gm1581/gm1581-0001/enquete-geopend/", "e/analysis/gm1581/gm1581-0002/enquete-geopend/",
            ]
        )
    }

    @Test("a stopped run takes in nothing more")
    func stopped() async throws {
        let bench = try await Bench.measuring()
        try await bench.hear(
            RunStopped(run: Bench.run, areas: [Bench.area], on: Bench.day("2024-01-01"))
        )
        let open = OpenSurvey(run: Bench.run, on: Bench.day("2023-09-01"))
        #expect(try bench.refused(try await bench.send(open)).message.contains("was stopped on 2024-01-01"))
        #expect(try await bench.measurements().isEmpty)
    }
}
