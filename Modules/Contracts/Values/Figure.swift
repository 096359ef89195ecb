package import Scheme

/// One figure of a measurement, with its uncertainty where it is an estimate.
package struct Figure: Codable, Hashable, Sendable {
    /// The indicator.
    package let id: String
    /// The indicator's name in Dutch.
    package let name: String
    /// Where it comes from.
    package let source: MeasurementSource
    /// What the value is.
    package let unit: FigureUnit
    /// The number of yes answers, findings or registered crimes; for a withheld figure it is left out of the list.
    package let count: Int
    /// The number of valid answers, for a share.
    package let outOf: Int?
    /// The number of establishments of which the answers are a sample, or by which a count is divided for a rate.
    package let population: Int?
    /// The share between 0 and 1, the count, or the rate; `nil` when it is undefined.
    package let value: Double?
    /// The lower limit of the 95 % interval.
    package let lower: Double?
    /// The upper limit of the 95 % interval.
    package let upper: Double?
    /// The same figure for the municipality, if there is one.
    package let reference: Double?

    /// Makes the value.
    package init(
        id: String,
        name: String,
        source: MeasurementSource,
        unit: FigureUnit,
        count: Int,
        outOf: Int?,
        population: Int?,
        value: Double?,
        lower: Double?,
        upper: Double?,
        reference: Double?
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
