import AnalysisDomain
import Contracts
import Foundation
import PluginKit
import Scheme
import Testing

@testable import AnalysisPlugin

@Suite("Stored forms of the analysis")
struct AnalysisCodecTests {
    private static let ref = MeasurementRef(
        run: AnalysisBench.run,
        areas: [AnalysisBench.area, AnalysisBench.id("gm1581-0002")],
        number: 3
    )
    private static let day = AnalysisBench.day("2023-10-05")
    private static let region = CensusRegion(code: "BU15810000", name: "Doorn-Centrum")
    private static let facts = AreaFacts(establishments: 60, regions: [region])
    private static let delivery = FigureDelivery(
        window: MonthWindow(from: made(CalendarMonth("2022-12")), through: made(CalendarMonth("2023-11"))),
        rows: 120,
        withheld: 0,
        source: "bron",
        digest: "ab"
    )

    private static func figure(_ unit: AnalysisDomain.FigureUnit, value: Double?) -> AnalysisDomain.Figure {
        AnalysisDomain.Figure(
            id: AnalysisBench.id("enquete.kent-kvo"),
            name: "Kent KVO",
            source: .survey,
            unit: unit,
            count: 9,
            outOf: 36,
            population: 62,
            value: value,
            lower: value.map { $0 - 0.1 },
            upper: value.map { $0 + 0.1 },
            reference: nil
        )
    }

    static let events: [AnalysisEvent] = [
        .heard(
            .run(
                AnalysedRun(
                    run: ref.run,
                    areas: ref.areas,
                    kind: .shoppingArea,
                    scheme: AnalysisBench.id("kvo-2008"),
                    municipality: CensusRegion(code: "GM1581", name: "Utrechtse Heuvelrug"),
                    regions: [region],
                    establishments: 62,
                    startedOn: day
                )
            )
        ),
        .heard(.area(AreaChange(area: AnalysisBench.area, before: nil, after: facts))),
        .heard(.area(AreaChange(area: AnalysisBench.area, before: facts, after: facts))),
        .heard(.phase(step: 6, round: 2)),
        .heard(.joined(AnalysisBench.town)),
        .heard(.left(AnalysisBench.town)),
        .heard(.evaluation(measurement: 1)),
        .heard(.stopped(on: day)),
        .surveyOpened(ref, SurveyOpening(questionnaire: AnalysisBench.id("kvo-w-1"), invited: 62, on: day)),
        .responsesReceived(ref, ResponseReceipt(count: 30, digest: "ab")),
        .thresholdReached(ref, ResponseThreshold(answers: 30, needed: 19, invited: 62)),
        .surveyClosed(ref, SurveyClosing(answers: 30, invited: 62, on: day)),
        .inspectionHeld(
            ref,
            InspectionHolding(id: AnalysisBench.id("S1"), kind: .dark, participants: [AnalysisBench.town], on: day)
        ),
        .findingRecorded(ref, finding(due: day)),
        .findingRecorded(ref, finding(due: nil)),
        .findingResolved(ref, FindingResolution(finding: AnalysisBench.id("S1.1"), on: day)),
        .policeDelivered(ref, delivery),
        .policeCounted(
            ref,
            [
                CrimeCount(crime: AnalysisBench.id("2.5.1"), area: .published(3), municipality: .published(40)),
                CrimeCount(crime: AnalysisBench.id("2.5.2"), area: .withheld, municipality: .withheld),
                CrimeCount(crime: AnalysisBench.id("0.0.0"), area: .published(0), municipality: nil),
            ]
        ),
        .fireDelivered(ref, delivery),
        .fireCounted(ref, [FireCount(category: AnalysisBench.id("gebouwbrand"), count: 2)]),
        .analysisEstablished(
            ref,
            EstablishedAnalysis(
                on: day,
                surveyClosedOn: nil,
                figures: [figure(.share, value: 0.25), figure(.count, value: 9), figure(.ratePer100, value: nil)],
                bottlenecks: [
                    AnalysisDomain.Bottleneck(
                        id: AnalysisBench.id("K1"),
                        title: "x",
                        figure: AnalysisBench.id("enquete.kent-kvo"),
                        value: 0.25
                    )
                ]
            )
        ),
        .evaluationEstablished(
            ref,
            Evaluation(
                on: day,
                comparisons: [
                    AnalysisDomain.FigureComparison(
                        before: figure(.share, value: 0.25),
                        after: figure(.share, value: 0.5)
                    )
                ]
            )
        ),
    ]

    private static func finding(due: CalendarDate?) -> InspectionFinding {
        InspectionFinding(
            inspection: AnalysisBench.id("S1"),
            id: AnalysisBench.id("S1.1"),
            category: "groen",
            severity: "rood",
            owner: "gemeente",
            due: due
        )
    }

    @Test("every event is read as it was written", arguments: events)
    func roundTrip(event: AnalysisEvent) throws {
        let codec = AnalysisCodec()
        let (type, payload) = try codec.encode(event)
        #expect(try codec.decode(type: type, payload: payload) == event)
    }

    @Test("a run that was stored without the day of its start is read without one")
    func oldRun() throws {
        let codec = AnalysisCodec()
        let (type, payload) = try codec.encode(Self.events[0])
        let old = String(decoding: payload, as: UTF8.self).replacing(/,?"on":"[0-9-]+"/, with: "")
        #expect(try codec.encode(Self.events[0]).payload != Data(old.utf8))
        guard case .heard(.run(let run)) = try codec.decode(type: type, payload: Data(old.utf8)) else {
            Issue.record("the start of a run was read as something else")
            return
        }
        #expect(run.startedOn == nil && run.establishments == 62)
    }

    @Test("the cases above use every stored form, and every published event of the analysis is among them")
    func complete() throws {
        let codec = AnalysisCodec()
        let types = Set(try Self.events.map { try codec.encode($0).type })
        #expect(types == Set(codec.readings.keys))
        #expect(types.isSuperset(of: EventCatalogue.analysis.map { $0.type }))
    }

    @Test(
        "an unknown type or a damaged payload is refused",
        arguments: ["analysis.nothing.v1", "analysis.stop-heard.v1"]
    )
    func damaged(type: String) {
        #expect(throws: (any Error).self) {
            try AnalysisCodec().decode(type: type, payload: Data("{\"on\":\"30 februari\"}".utf8))
        }
    }
}
