/// Holds a share of answers with the interval that belongs to it.
package struct Proportion: Sendable, Hashable {
    /// The observed share p, from 0 to 1.
    package let p: Double
    package let interval: Interval
    /// The number of answers n* that carries the same information without a finite population.
    ///
    /// Equals n without correction; nil when everybody answered, because then nothing is uncertain.
    package let effectiveSample: Double?

    package var lower: Double { interval.lower }
    package var upper: Double { interval.upper }
}
