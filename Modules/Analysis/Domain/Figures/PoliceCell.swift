/// One figure of the police table.
package struct PoliceCell: Hashable, Sendable {
    /// The type of crime.
    package let crime: CrimeCode
    /// The region.
    package let region: CensusRegion
    /// The month or year.
    package let period: FigurePeriod
    /// The number of registered crimes.
    package let count: RegisteredCount

    /// Makes the value.
    package init(crime: CrimeCode, region: CensusRegion, period: FigurePeriod, count: RegisteredCount) {
        (self.crime, self.region, self.period, self.count) = (crime, region, period, count)
    }
}
