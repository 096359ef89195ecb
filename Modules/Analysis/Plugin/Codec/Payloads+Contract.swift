import AnalysisDomain
import Contracts

extension SurveyOpening {
    func contract(_ ref: MeasurementRef) -> SurveyOpened {
        SurveyOpened(
            run: ref.run,
            areas: ref.areas,
            measurement: ref.number,
            questionnaire: questionnaire.text,
            invited: invited,
            on: on
        )
    }
}

extension ResponseThreshold {
    func contract(_ ref: MeasurementRef) -> SurveyThresholdReached {
        SurveyThresholdReached(
            run: ref.run,
            areas: ref.areas,
            measurement: ref.number,
            answers: answers,
            needed: needed,
            invited: invited
        )
    }
}

extension SurveyClosing {
    func contract(_ ref: MeasurementRef) -> SurveyClosed {
        SurveyClosed(
            run: ref.run,
            areas: ref.areas,
            measurement: ref.number,
            answers: answers,
            invited: invited,
            on: on
        )
    }
}

extension InspectionHolding {
    func contract(_ ref: MeasurementRef) -> InspectionHeld {
        InspectionHeld(
            run: ref.run,
            areas: ref.areas,
            measurement: ref.number,
            inspection: id,
            kind: kind,
            participants: participants,
            on: on
        )
    }
}

extension InspectionFinding {
    func contract(_ ref: MeasurementRef) -> FindingRecorded {
        FindingRecorded(
            run: ref.run,
            areas: ref.areas,
            measurement: ref.number,
            inspection: inspection,
            finding: id,
            category: category,
            severity: severity,
            owner: owner,
            due: due
        )
    }
}

extension FigureDelivery {
    func policeContract(_ ref: MeasurementRef) -> PoliceFiguresDelivered {
        PoliceFiguresDelivered(
            run: ref.run,
            areas: ref.areas,
            measurement: ref.number,
            from: window.from,
            through: window.through,
            rows: rows,
            withheld: withheld,
            source: source,
            digest: digest
        )
    }

    func fireContract(_ ref: MeasurementRef) -> FireFiguresDelivered {
        FireFiguresDelivered(
            run: ref.run,
            areas: ref.areas,
            measurement: ref.number,
            from: window.from,
            through: window.through,
            rows: rows,
            source: source,
            digest: digest
        )
    }
}

extension EstablishedAnalysis {
    func contract(_ ref: MeasurementRef) -> AnalysisEstablished {
        AnalysisEstablished(
            run: ref.run,
            areas: ref.areas,
            measurement: ref.number,
            on: on,
            surveyClosedOn: surveyClosedOn,
            figures: figures.map(\.contract),
            bottlenecks: bottlenecks.map(\.contract)
        )
    }
}
