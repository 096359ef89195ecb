import AnalysisDomain
import Contracts
import PluginKit

extension AnalysisCodec {
    /// What is also published.
    static let published = surveys + inspections + figures

    private static let surveys: [StoredReading<AnalysisEvent>] = [
        StoredReading(SurveyOpened.self) { form in
            .surveyOpened(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                SurveyOpening(questionnaire: try stored(form.questionnaire), invited: form.invited, on: form.on)
            )
        },
        StoredReading(SurveyThresholdReached.self) { form in
            .thresholdReached(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                ResponseThreshold(answers: form.answers, needed: form.needed, invited: form.invited)
            )
        },
        StoredReading(SurveyClosed.self) { form in
            .surveyClosed(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                SurveyClosing(answers: form.answers, invited: form.invited, on: form.on)
            )
        },
    ]

    private static let inspections: [StoredReading<AnalysisEvent>] = [
        StoredReading(InspectionHeld.self) { form in
            .inspectionHeld(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                InspectionHolding(
                    id: form.inspection,
                    kind: form.kind,
                    participants: form.participants,
                    on: form.on
                )
            )
        },
        StoredReading(FindingRecorded.self) { form in
            .findingRecorded(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                InspectionFinding(
                    inspection: form.inspection,
                    id: form.finding,
                    category: form.category,
                    severity: form.severity,
                    owner: form.owner,
                    due: form.due
                )
            )
        },
        StoredReading(FindingResolved.self) { form in
            .findingResolved(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                FindingResolution(finding: form.finding, on: form.on)
            )
        },
    ]

    private static let figures: [StoredReading<AnalysisEvent>] = [
        StoredReading(PoliceFiguresDelivered.self) { form in
            .policeDelivered(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                FigureDelivery(
                    window: MonthWindow(from: form.from, through: form.through),
                    rows: form.rows,
                    withheld: form.withheld,
                    source: form.source,
                    digest: form.digest
                )
            )
        },
        StoredReading(FireFiguresDelivered.self) { form in
            .fireDelivered(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                FigureDelivery(
                    window: MonthWindow(from: form.from, through: form.through),
                    rows: form.rows,
                    withheld: 0,
                    source: form.source,
                    digest: form.digest
                )
            )
        },
        StoredReading(AnalysisEstablished.self) { form in
            .analysisEstablished(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                EstablishedAnalysis(
                    on: form.on,
                    surveyClosedOn: form.surveyClosedOn,
                    figures: try form.figures.map(AnalysisDomain.Figure.init(stored:)),
                    bottlenecks: try form.bottlenecks.map(AnalysisDomain.Bottleneck.init(stored:))
                )
            )
        },
        StoredReading(EvaluationEstablished.self) { form in
            .evaluationEstablished(
                MeasurementRef(run: form.run, areas: form.areas, number: form.measurement),
                Evaluation(
                    on: form.on,
                    comparisons: try form.comparisons.map(AnalysisDomain.FigureComparison.init(stored:))
                )
            )
        },
    ]
}
