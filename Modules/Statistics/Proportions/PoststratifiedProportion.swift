/// Holds a share that is weighted to what the groups of the list weigh.
package struct PoststratifiedProportion: Sendable, Hashable {
    /// The weighted share.
    package let p: Double
    /// Its standard error.
    package let standardError: Double
    /// p ± z·SE, cut off at 0 and 1.
    package let interval: Interval
    /// The share without weights, to be shown beside it when `designEffect` is above 1.5.
    package let unweighted: Double
    /// Kish's effective number of answers (Σw)²/Σw².
    package let effectiveSample: Double
    /// Kish's design effect n·Σw²/(Σw)²; 1 when every answer weighs the same.
    package let designEffect: Double
}

/// Weights a share to the composition of the list (`poststrat_prop`; Cochran 1977, Kish 1965).
///
/// p = ΣW_h·p_h with W_h = N_h/N; SE² = ΣW_h²·(1−n_h/N_h)·p_h·q_h/(n_h−1), given the numbers of answers. A stratum
/// without answers, or with one answer from more than one member, is refused as `collapseStrata`; a stratum of one
/// member who answered adds no variance.
package func poststratProp(
    _ strata: [Stratum],
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> PoststratifiedProportion {
    try Check.atLeast(1, "the list of strata", strata.count)
    for (index, stratum) in strata.enumerated() {
        try checkAnswers(x: stratum.yes, n: stratum.answers)
        try checkPopulation(n: stratum.answers, population: stratum.population)
        guard stratum.answers > 1 || (stratum.answers == 1 && stratum.population == 1) else {
            throw .collapseStrata(stratum: index, answers: stratum.answers, population: stratum.population)
        }
    }
    let size = strata.map { Double($0.population) }.sum
    let answers = strata.map { Double($0.answers) }.sum
    var (p, variance, weights, squares) = (0.0, 0.0, 0.0, 0.0)
    for stratum in strata {
        let (members, n) = (Double(stratum.population), Double(stratum.answers))
        let share = Double(stratum.yes) / n
        let part = members / size
        p += part * share
        if n > 1 { variance += part * part * (1 - n / members) * share * (1 - share) / (n - 1) }
        let weight = members / n
        weights += weight * n
        squares += weight * weight * n
    }
    let standardError = variance.squareRoot()
    return PoststratifiedProportion(
        p: p,
        standardError: standardError,
        interval: Interval(
            lower: max(0, p - conf.z * standardError),
            upper: min(1, p + conf.z * standardError)
        ),
        unweighted: strata.map { Double($0.yes) }.sum / answers,
        effectiveSample: weights * weights / squares,
        designEffect: answers * squares / (weights * weights)
    )
}
