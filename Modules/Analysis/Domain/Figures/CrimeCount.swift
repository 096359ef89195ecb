/// The registered crimes of one type over the window of a delivery.
package struct CrimeCount: Hashable, Sendable {
    /// The type of crime.
    package let crime: CrimeCode
    /// In the regions of the area together.
    package let area: RegisteredCount
    /// In the municipality; `nil` when the delivery lacks it.
    package let municipality: RegisteredCount?

    /// Makes the value.
    package init(crime: CrimeCode, area: RegisteredCount, municipality: RegisteredCount?) {
        (self.crime, self.area, self.municipality) = (crime, area, municipality)
    }
}
