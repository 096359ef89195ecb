/// The two kinds of step at which is measured, known by the event that ends them.
package enum MeasuringStep: String, Hashable, Sendable, CaseIterable {
    case analysis = "veiligheidsanalyse-vastgesteld"
    case evaluation = "evaluatie-vastgesteld"
}
