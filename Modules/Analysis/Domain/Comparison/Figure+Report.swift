import Statistics

extension Figure {
    /// How many of all establishments go with the answers, by the exact finite interval at 95 %.
    ///
    /// `nil` for a figure that is no share of the answers of a known number of establishments.
    package var firms: ClosedRange<Int>? {
        guard unit == .share, let outOf, let population,
            let exact = try? propHypergeomExact(x: count, n: outOf, population: population)
        else { return nil }
        return exact.lowerCount...exact.upperCount
    }

    /// The largest later count, over as long a time, that would be a demonstrable fall; `nil` when not even 0 is.
    package var detectable: Int? { (try? minimumDetectableChange(before: count)) ?? nil }
}

extension Survey {
    /// The half-width of a 95 % interval around a share of one half, as a share; `nil` without answers.
    package var margin: Double? { (try? achievedMargin(population: invited, n: answers)) ?? nil }
}
