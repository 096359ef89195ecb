/// The registered crimes of one type over the window of a delivery.
package struct CrimeCount: Hashable, Sendable {
    /// The type of crime.
    package let crime: CrimeCode
    /// In the regions of the area together.
    package let area: RegisteredCount
    /// In the municipality; `nil` when the delivery lacks it.
    package let municipality: RegisteredCount?
    /// The months of the window, oldest first; none when years were delivered, or in a log of before they were kept.
    package let months: [CrimeMonth]
    /// In each of the comparable regions that the delivery has in full.
    package let comparable: [Int]

    /// Makes the value.
    package init(
        crime: CrimeCode,
        area: RegisteredCount,
        municipality: RegisteredCount?,
        months: [CrimeMonth] = [],
        comparable: [Int] = []
    ) {
        self.crime = crime
        self.area = area
        self.municipality = municipality
        self.months = months
        self.comparable = comparable
    }

    /// In the municipality without the area; `nil` when either is unknown.
    package var rest: Int? { municipality.flatMap { area.subtracted(from: $0) } }
}
