/// Holds the change of an area relative to its control; above 1 the area did better.
package struct RelativeEffect: Sendable, Hashable {
    /// RES = ad/(bc).
    package let effect: Double
    /// The standard error of its logarithm.
    package let standardErrorOfLog: Double
    /// Its limits.
    package let interval: Interval
    /// ln RES over its standard error.
    package let z: Double
    /// The two-sided p-value.
    package let pValue: Double
    /// Tells whether a count was 0 and half an event was added to each.
    package let isCorrected: Bool

    /// The change against the control in per cent, negative when the area fell more.
    package var percentChange: Double { 100 * (1 / effect - 1) }
    /// The limits of that change, the better one first.
    package var percentInterval: Interval {
        Interval(lower: 100 * (1 / interval.upper - 1), upper: 100 * (1 / interval.lower - 1))
    }
}

/// Compares the change of an area with that of its control (`relative_effect_size`; Welsh & Farrington 2009).
///
/// RES = ad/(bc) with a, b the area before and after and c, d the control; Var(ln RES) = φ(1/a+1/b+1/c+1/d); limits
/// exp(ln RES ± z·se). When one of the four is 0, ½ is added to each.
///
/// - Parameters:
///   - area: the area's counts.
///   - control: the control's counts.
///   - phi: by how much counts vary more than chance, from `dispersionTest`; above 0.
///   - conf: the confidence.
/// - Returns: The effect with its interval and p-value.
/// - Throws: `StatisticsError` for a count outside 0…1e9, or a dispersion that is not above 0.
package func relativeEffectSize(
    area: BeforeAfter,
    control: BeforeAfter,
    phi: Double = 1,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> RelativeEffect {
    try area.checked("the area's count")
    try control.checked("the control's count")
    try Check.positive(phi, "the dispersion")
    let counts = [area.before, area.after, control.before, control.after]
    let isCorrected = counts.contains(0)
    let cells = counts.map { isCorrected ? $0 + 0.5 : $0 }
    let effect = cells[0] * cells[3] / (cells[1] * cells[2])
    let standardError = (phi * cells.map { 1 / $0 }.sum).squareRoot()
    let z = logarithm(effect) / standardError
    return RelativeEffect(
        effect: effect,
        standardErrorOfLog: standardError,
        interval: Interval(
            lower: effect * exponential(-conf.z * standardError),
            upper: effect * exponential(conf.z * standardError)
        ),
        z: z,
        pValue: NormalDistribution.bothTails(z),
        isCorrected: isCorrected
    )
}
