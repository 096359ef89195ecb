package import Scheme

/// What the plan hears from the registry and the analysis and keeps for its own decisions.
package enum HeardFact: Hashable, Sendable {
    /// The run exists, by a scheme version.
    case runStarted(areas: [AreaID], scheme: SchemeID, on: CalendarDate)
    /// The run came to a step in its n-th pass.
    case phaseChanged(to: Int, round: Int)
    /// An organisation takes part.
    case partyJoined(Party)
    /// An organisation no longer takes part.
    case partyLeft(Party)
    /// The run was given up.
    case runStopped
    /// A safety analysis was established.
    case analysisEstablished(SafetyAnalysis)
    /// A measurement was compared with the one before it; without a day in a log of before the figures were kept.
    case evaluationEstablished(measurement: Int, on: CalendarDate? = nil, figures: [EvaluatedFigure] = [])
}
