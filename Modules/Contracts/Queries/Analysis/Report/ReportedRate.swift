/// A number of events per 100 establishments a year, with Garwood's 95 % interval.
package struct ReportedRate: Codable, Hashable, Sendable {
    /// The rate.
    package let value: Double
    /// The lower limit.
    package let lower: Double
    /// The upper limit.
    package let upper: Double
    /// The number of establishments by which it was divided.
    package let establishments: Int

    /// Makes the value.
    package init(value: Double, lower: Double, upper: Double, establishments: Int) {
        self.value = value
        self.lower = lower
        self.upper = upper
        self.establishments = establishments
    }
}
