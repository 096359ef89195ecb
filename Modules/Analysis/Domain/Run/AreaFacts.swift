/// An area's establishments and regions at one time.
package struct AreaFacts: Hashable, Sendable {
    /// The number of establishments.
    package let establishments: Int
    /// The regions.
    package let regions: [CensusRegion]

    /// Makes the value.
    package init(establishments: Int, regions: [CensusRegion]) {
        (self.establishments, self.regions) = (establishments, regions)
    }
}
