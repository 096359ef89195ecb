/// Holds the control limits of a funnel plot as ratios to what was expected.
package struct FunnelLimits: Sendable, Hashable {
    /// 99.8 % of the areas lie between these two by chance alone.
    package let wide: Interval
    /// 95 % do.
    package let narrow: Interval
}

/// Returns the control limits for an area with this expected number of events (`funnel_poisson`; Spiegelhalter 2005).
///
/// For p = 0.001, 0.025, 0.975 and 0.999: r is the smallest count with F(r; E) ≥ p, a = (F(r)−p)/(F(r)−F(r−1)), and the
/// limit is (r−a)/E, at least 0. Returns nil when E is 0.
package func funnelPoisson(expected: Double) throws(StatisticsError) -> FunnelLimits? {
    try Check.count(expected, "the expected number of events")
    guard expected > 0 else { return nil }
    let distribution = PoissonDistribution(mean: expected)
    func limit(_ p: Double) -> Double {
        let r = distribution.quantile(p)
        // From above the middle the upper tails tell the small difference without loss.
        let excess = p < 0.5 ? distribution.atMost(r) - p : (1 - p) - distribution.atLeast(r + 1)
        return max(0, (r - excess / distribution.mass(r)) / expected)
    }
    return FunnelLimits(
        wide: Interval(lower: limit(0.001), upper: limit(0.999)),
        narrow: Interval(lower: limit(0.025), upper: limit(0.975))
    )
}
