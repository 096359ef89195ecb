/// What happened to the measurements of a run, or was heard of the run.
package enum AnalysisEvent: Hashable, Sendable {
    case heard(RegistryNews)
    case surveyOpened(MeasurementRef, SurveyOpening)
    case responsesReceived(MeasurementRef, ResponseReceipt)
    case thresholdReached(MeasurementRef, ResponseThreshold)
    case surveyClosed(MeasurementRef, SurveyClosing)
    case inspectionHeld(MeasurementRef, InspectionHolding)
    case findingRecorded(MeasurementRef, InspectionFinding)
    case findingResolved(MeasurementRef, FindingResolution)
    case policeDelivered(MeasurementRef, FigureDelivery)
    case policeCounted(MeasurementRef, [CrimeCount])
    case fireDelivered(MeasurementRef, FigureDelivery)
    case fireCounted(MeasurementRef, [FireCount])
    case analysisEstablished(MeasurementRef, EstablishedAnalysis)
    case evaluationEstablished(MeasurementRef, Evaluation)
}
