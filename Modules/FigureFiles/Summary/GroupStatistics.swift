import Statistics

/// The figures of a run of groups, in their order; what is undefined or unbounded is NaN until it is written.
package struct GroupStatistics: Sendable {
    /// The groups that they belong to.
    package let range: Range<Int>
    var exposures: [Double] = []
    var rates: [Double] = []
    var rateLower: [Double] = []
    var rateUpper: [Double] = []
    var ratios: [Double] = []
    var ratioLower: [Double] = []
    var ratioUpper: [Double] = []
    var probabilities: [Double] = []
}

/// Computes rates and ratios of the groups of a summary.
///
/// The rate is per 100 establishments and year, with Garwood's limits. The ratio compares the group with the rest of its
/// municipality, the same type and year, without the group itself (`rate_ratio_exact`, central).
package struct GroupComparison: Sendable {
    /// The unit of the rates.
    package static let per = 100.0

    /// How many areas the denominators do not have, or have with none.
    package var areasWithout: Int { establishments.count { $0 <= 0 } }
    private let summary: FigureSummary
    private let establishments: [Double]
    private let hasDenominators: Bool
    private let municipalities: [Int]
    private let restCounts: [Int]
    private let restExposures: [Double]
    private let limits: [Interval]
    private let ratio: ConditionalRatio
    private let key: (years: Int, first: Int)

    /// Prepares the sums by municipality and the limits of the counts.
    ///
    /// - Parameters:
    ///   - summary: The groups.
    ///   - denominators: The establishments by region code; without them the limits are of the counts themselves.
    package init(_ summary: FigureSummary, denominators: Denominators?) {
        self.summary = summary
        hasDenominators = denominators != nil
        establishments = summary.areas.map { denominators?.establishments[$0.text].map(Double.init) ?? 0 }
        var numbers: [Substring: Int] = [:]
        municipalities = summary.areas.map { area in
            guard area.level.map({ $0 > .municipality }) ?? false, let code = area.municipality else { return -1 }
            return numbers[code, default: numbers.count].remembered(in: &numbers, as: code)
        }
        let first = summary.groups.lazy.map(\.year).min() ?? 0
        let last = summary.groups.lazy.map(\.year).max() ?? 0
        key = (Int(last - first) + 1, Int(first))
        var counts = Array(repeating: 0, count: numbers.count * summary.crimes.count * key.years)
        var exposures = Array(repeating: 0.0, count: counts.count)
        var most = 0
        for group in summary.groups {
            most = max(most, group.count)
            let municipality = municipalities[Int(group.area)]
            guard municipality >= 0, establishments[Int(group.area)] > 0 else { continue }
            let index =
                (municipality * summary.crimes.count + Int(group.crime)) * key.years + Int(group.year) - key.first
            counts[index] += group.count
            exposures[index] += establishments[Int(group.area)] * Double(group.months) / 12
        }
        (restCounts, restExposures) = (counts, exposures)
        limits = (0...min(most, Self.kept)).map(Self.garwood)
        ratio = ConditionalRatio(
            largest: counts.max() ?? 0,
            garwood: (limits.map(\.lower), limits.map(\.upper)),
            tail: (1 - Confidence.ninetyFive.level) / 2
        )
    }

    /// The figures of a run of groups; runs may be computed at the same time.
    package func statistics(of range: Range<Int>) -> GroupStatistics {
        var result = GroupStatistics(range: range)
        result.reserve(range.count)
        var ratio = ratio
        for group in summary.groups[range] {
            let area = Int(group.area)
            let exposure =
                (hasDenominators ? establishments[area] : 1) * Double(group.months) / 12
            let factor = exposure > 0 ? (hasDenominators ? Self.per : 1) / exposure : .nan
            let interval = group.count < limits.count ? limits[group.count] : Self.garwood(group.count)
            result.exposures.append(exposure)
            result.rates.append(Double(group.count) * factor)
            result.rateLower.append(interval.lower * factor)
            result.rateUpper.append(interval.upper * factor)
            let municipality = municipalities[area]
            var values = (ratio: Double.nan, lower: Double.nan, upper: Double.nan, p: Double.nan)
            if municipality >= 0, exposure > 0, hasDenominators {
                let index =
                    (municipality * summary.crimes.count + Int(group.crime)) * key.years + Int(group.year) - key.first
                let rest = (count: restCounts[index] - group.count, exposure: restExposures[index] - exposure)
                if rest.exposure > exposure * 1e-9 {
                    let scale = rest.exposure / exposure
                    let found = ratio.limits(group.count, rest.count)
                    if rest.count > 0 { values.ratio = Double(group.count) / Double(rest.count) * scale }
                    values.lower = found.lower * scale
                    if let upper = found.upper { values.upper = upper * scale }
                    values.p = ratio.centralP(group.count, rest.count, exposures: (exposure, rest.exposure))
                }
            }
            result.ratios.append(values.ratio)
            result.ratioLower.append(values.lower)
            result.ratioUpper.append(values.upper)
            result.probabilities.append(values.p)
        }
        return result
    }

    /// Counts up to here have their limits computed once; larger ones are rare.
    private static let kept = 4_096

    private static func garwood(_ count: Int) -> Interval {
        do {
            return try garwoodInterval(count: count)
        } catch {
            preconditionFailure("a count of a table is in range: \(error)")
        }
    }
}

extension GroupStatistics {
    fileprivate mutating func reserve(_ count: Int) {
        exposures.reserveCapacity(count)
        rates.reserveCapacity(count)
        rateLower.reserveCapacity(count)
        rateUpper.reserveCapacity(count)
        ratios.reserveCapacity(count)
        ratioLower.reserveCapacity(count)
        ratioUpper.reserveCapacity(count)
        probabilities.reserveCapacity(count)
    }
}

extension Int {
    fileprivate func remembered(in numbers: inout [Substring: Int], as key: Substring) -> Int {
        numbers[key] = self
        return self
    }
}
