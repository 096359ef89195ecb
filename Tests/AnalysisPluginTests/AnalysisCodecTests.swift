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
                CrimeCount(
                    crime: AnalysisBench.id("2.2.1"),
                    area: .withheld,
                    municipality: .published(7),
                    months: [
                        CrimeMonth(month: made(CalendarMonth("2023-01")), area: .withheld, municipality: .published(7)),
                        CrimeMonth(month: made(CalendarMonth("2023-02")), area: .published(0), municipality: nil),
                    ],
                    comparable: [4, 0]
                ),
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
                    ),
                    AnalysisDomain.Bottleneck(
                        id: AnalysisBench.id("K2"),
                        title: "y",
                        figure: AnalysisBench.id("enquete.kent-kvo"),
                        value: nil,
                        measures: [AnalysisBench.id("M11")]
                    ),
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
                        after: figure(.share, value: 0.5),
                        changes: AnalysisDomain.ChangeMethod.allCases.map(change)
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

    /// A change by a method, with every member that the method can have and some that it has not.
    private static func change(_ method: AnalysisDomain.ChangeMethod) -> AnalysisDomain.FigureChange {
        var change = AnalysisDomain.FigureChange(method)
        guard method != .rateRatio else { return change }
        (change.estimate, change.lower, change.upper) = (-0.25, -0.5, 0.1)
        (change.pValue, change.holm, change.benjaminiHochberg) = (0.01, 0.03, 0.02)
        (change.pairs, change.onlyBefore, change.onlyAfter) = (20, 11, 12)
        (change.dispersion, change.isCorrected) = (1.5, true)
        return change
    }

    @Test("what was stored before months, measures and changes were kept is read without them")
    func older() throws {
        let ref = #""run":"gm1581-0001-t1","areas":["gm1581-0001"],"measurement":1"#
        let counted = #"{\#(ref),"counts":[{"crime":"2.5.1","area":{"number":3},"municipality":{}}]}"#
        guard
            case .policeCounted(_, let counts) = try AnalysisCodec()
                .decode(type: "analysis.police-counted.v1", payload: Data(counted.utf8))
        else {
            Issue.record("the counts were read as something else")
            return
        }
        #expect(
            counts == [CrimeCount(crime: AnalysisBench.id("2.5.1"), area: .published(3), municipality: .withheld)]
        )
        let figure = #"{"id":"politie.2.5.1","name":"x","source":"politiecijfers","unit":"aantal","count":3,"value":3}"#
        let compared = #"{\#(ref),"on":"2026-01-01","comparisons":[{"before":\#(figure),"after":\#(figure)}]}"#
        guard
            case .evaluationEstablished(_, let evaluation) = try AnalysisCodec()
                .decode(type: EvaluationEstablished.type, payload: Data(compared.utf8))
        else {
            Issue.record("the evaluation was read as something else")
            return
        }
        #expect(evaluation.comparisons.map(\.after.count) == [3] && evaluation.comparisons[0].changes.isEmpty)
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
