package import Scheme

/// One figure of a measurement, with its uncertainty where it has one.
package struct Figure: Hashable, Sendable {
    /// The figure's identifier.
    package let id: FigureID
    /// The name in Dutch.
    package let name: String
    /// Where it comes from.
    package let source: MeasurementSource
    /// What the value is.
    package let unit: FigureUnit
    /// The number of yes answers, findings, crimes or incidents.
    package let count: Int
    /// The number of valid answers, for a share.
    package let outOf: Int?
    /// The number of establishments of which the answers are a sample, or by which a count is divided for a rate.
    package let population: Int?
    /// The share between 0 and 1, the count, or the rate.
    package let value: Double?
    /// The lower limit of the 95 % interval.
    package let lower: Double?
    /// The upper limit of the 95 % interval.
    package let upper: Double?
    /// The same figure for the municipality.
    package let reference: Double?

    /// Makes the value.
    package init(
        id: FigureID,
        name: String,
        source: MeasurementSource,
        unit: FigureUnit,
        count: Int,
        outOf: Int? = nil,
        population: Int? = nil,
        value: Double?,
        lower: Double? = nil,
        upper: Double? = nil,
        reference: Double? = nil
    ) {
        self.id = id
        self.name = name
        self.source = source
        self.unit = unit
        self.count = count
        self.outOf = outOf
        self.population = population
        self.value = value
        self.lower = lower
        self.upper = upper
        self.reference = reference
    }
}
