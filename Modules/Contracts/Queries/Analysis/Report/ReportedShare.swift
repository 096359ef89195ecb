/// A share of the answers in one measurement.
package struct ReportedShare: Codable, Hashable, Sendable {
    /// The answers that count as yes.
    package let yes: Int
    /// All valid answers, 5 or more; below 10 no percentage is to be shown.
    package let valid: Int
    /// The establishments invited, of which those that answered are a part.
    package let population: Int
    /// The share, 0 to 1.
    package let value: Double?
    /// The lower limit of the 95 % interval.
    package let lower: Double?
    /// The upper limit.
    package let upper: Double?
    /// The least number of establishments of all that goes with the answers, by the exact finite interval at 95 %.
    package let firmsLower: Int?
    /// The largest such number.
    package let firmsUpper: Int?

    /// Makes the value.
    package init(
        yes: Int,
        valid: Int,
        population: Int,
        value: Double? = nil,
        lower: Double? = nil,
        upper: Double? = nil,
        firmsLower: Int? = nil,
        firmsUpper: Int? = nil
    ) {
        self.yes = yes
        self.valid = valid
        self.population = population
        self.value = value
        self.lower = lower
        self.upper = upper
        self.firmsLower = firmsLower
        self.firmsUpper = firmsUpper
    }
}
