/// A class of likelihood, 1 to 5, with the classes that its figure's interval spans.
package struct RiskClass: Codable, Hashable, Sendable {
    /// The class of the figure itself.
    package let value: Int
    /// The class of the interval's lower limit.
    package let lowest: Int
    /// The class of the interval's upper limit.
    package let highest: Int
    /// The share of establishments a year, or the events per establishment a year, from which the classes follow.
    package let rate: Double

    /// Makes the value.
    package init(value: Int, lowest: Int, highest: Int, rate: Double) {
        self.value = value
        self.lowest = lowest
        self.highest = highest
        self.rate = rate
    }
}
