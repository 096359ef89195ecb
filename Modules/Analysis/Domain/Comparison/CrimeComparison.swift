package import Statistics

/// One type of registered crime in two measurements, beside the rest of the municipality.
package struct CrimeComparison: Hashable, Sendable {
    /// The earlier count.
    package let before: CrimeCount
    /// The later one.
    package let after: CrimeCount
    /// The lengths of the two windows in years.
    package let years: BeforeAfter

    /// Makes a comparison of the same type over windows of the given lengths in years, above 0.
    package init(before: CrimeCount, after: CrimeCount, years: BeforeAfter) {
        (self.before, self.after, self.years) = (before, after, years)
    }

    /// The changes, the main one first; none when one of the counts is withheld, which is not 0.
    ///
    /// With a reference: the relative effect, the ratio in the area alone, and, when none of the four counts is under 5,
    /// the number of events. Without one, or when nothing happened in the area, the ratio only.
    package var changes: [FigureChange] {
        guard let first = before.area.number, let second = after.area.number else { return [] }
        let ratio = rateRatio(second, years.after, over: first, years.before)
        guard first + second > 0, let control = reference else { return [ratio].compactMap(\.self) }
        let area = BeforeAfter(before: Double(first), after: Double(second))
        return [effect(area, control), ratio, difference(area, control)].compactMap(\.self)
    }

    /// The rest of the municipality in both windows; `nil` when it is unknown, or nothing happened there.
    package var reference: BeforeAfter? {
        guard let first = before.rest, let second = after.rest, first + second > 0 else { return nil }
        return BeforeAfter(before: Double(first), after: Double(second))
    }

    /// By how much more than chance the months vary within each window, 1 or more; `nil` with fewer than 24 months.
    ///
    /// Pearson's sums of squares of area and reference in either window, added up, over their degrees of freedom: a
    /// difference between the two windows, or between area and reference, is no dispersion.
    package var dispersion: Double? {
        let windows = [before.months, after.months]
        guard windows.joined().count >= Self.fewestMonths else { return nil }
        let areas = windows.map { $0.map(\.area.number) }
        let rests = windows.map { $0.map(\.rest) }
        guard areas.joined().allSatisfy({ $0 != nil }) else { return nil }
        let hasReference = rests.joined().allSatisfy { $0 != nil }
        let series = (areas + (hasReference ? rests : [])).map { $0.compactMap { $0.map(Double.init) } }
        let measured = series.compactMap { counts in
            (try? dispersionTest(counts))?.statistic.map { (square: $0, degrees: Double(counts.count - 1)) }
        }
        let degrees = measured.map(\.degrees).reduce(0, +)
        guard degrees > 0 else { return nil }
        return max(1, measured.map(\.square).reduce(0, +) / degrees)
    }

    private static let fewestMonths = 24
    private static let smallestCell = 5.0

    private func effect(_ area: BeforeAfter, _ control: BeforeAfter) -> FigureChange? {
        guard let effect = try? relativeEffectSize(area: area, control: control, phi: dispersion ?? 1) else {
            return nil
        }
        var change = FigureChange(.relativeEffectSize)
        change.estimate = effect.effect
        (change.lower, change.upper) = (effect.interval.lower, effect.interval.upper)
        change.pValue = effect.pValue
        change.dispersion = dispersion
        change.isCorrected = effect.isCorrected
        return change
    }

    private func difference(_ area: BeforeAfter, _ control: BeforeAfter) -> FigureChange? {
        let cells = [area.before, area.after, control.before, control.after]
        guard cells.allSatisfy({ $0 >= Self.smallestCell }),
            let difference = try? wdd(
                treated: area,
                control: control,
                scale: DisplacementScale(periods: years),
                phi: dispersion ?? 1
            )
        else { return nil }
        var change = FigureChange(.displacementDifference)
        change.estimate = difference.total.events
        (change.lower, change.upper) = (difference.interval.lower, difference.interval.upper)
        change.dispersion = dispersion
        return change
    }
}

/// The exact ratio of two rates; `nil` only for counts beyond any real figure.
func rateRatio(_ after: Int, _ exposureAfter: Double, over before: Int, _ exposureBefore: Double) -> FigureChange? {
    guard let ratio = try? rateRatioExact(x1: after, e1: exposureAfter, x2: before, e2: exposureBefore) else {
        return nil
    }
    var change = FigureChange(.rateRatio)
    (change.estimate, change.lower, change.upper) = (ratio.ratio, ratio.lower, ratio.upper)
    change.pValue = ratio.pCentral
    return change
}
