/// The two kinds of step at which is measured, known by the event that ends them.
package enum MeasuringStep: String, Hashable, Sendable, CaseIterable {
    case analysis = "veiligheidsanalyse-vastgesteld"
    case evaluation = "evaluatie-vastgesteld"

    /// The number of the measurement that belongs to the step.
    ///
    /// - Parameters:
    ///   - announced: The number that the registry announced at the beginning of the evaluation, if it was heard.
    ///   - round: The number of the pass; the second pass evaluates by measurement 1.
    /// - Returns: 0 for the analysis, 1 or more for an evaluation.
    package func measurement(announced: Int?, round: Int) -> Int {
        switch self {
        case .analysis: 0
        case .evaluation: max(1, announced ?? round - 1)
        }
    }
}
