/// A class of likelihood with the classes that the figure's interval spans.
package struct RiskClass: Hashable, Sendable {
    /// The class of the figure, 1 to 5.
    package let value: Int
    /// The class of the interval's lower limit.
    package let lowest: Int
    /// The class of the interval's upper limit.
    package let highest: Int
    /// The share of establishments, or the events per establishment, in a year.
    package let rate: Double

    /// Makes the value.
    package init(value: Int, lowest: Int, highest: Int, rate: Double) {
        (self.value, self.lowest, self.highest, self.rate) = (value, lowest, highest, rate)
    }
}
