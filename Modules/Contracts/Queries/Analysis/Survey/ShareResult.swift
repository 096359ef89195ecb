/// A share of answers with its 95 % limits.
package struct ShareResult: Codable, Hashable, Sendable {
    /// Those that the indicator counts.
    package let yes: Int
    /// Those that answered, 5 or more.
    package let valid: Int
    /// The share; `nil` with fewer than 10 answers, of which no percentage is told.
    package let value: Double?
    /// The lower limit, after Wilson.
    package let lower: Double?
    /// The upper limit.
    package let upper: Double?
    /// The least number of all invited that goes with the answers, by the exact finite interval.
    package let firmsLower: Int?
    /// The largest such number.
    package let firmsUpper: Int?

    /// Makes the value.
    package init(
        yes: Int,
        valid: Int,
        value: Double? = nil,
        lower: Double? = nil,
        upper: Double? = nil,
        firmsLower: Int? = nil,
        firmsUpper: Int? = nil
    ) {
        self.yes = yes
        self.valid = valid
        self.value = value
        self.lower = lower
        self.upper = upper
        self.firmsLower = firmsLower
        self.firmsUpper = firmsUpper
    }
}
