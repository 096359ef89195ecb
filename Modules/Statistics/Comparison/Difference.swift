/// Holds a difference of two shares with its interval.
package struct Difference: Sendable, Hashable {
    /// The observed difference, from −1 to 1.
    package let difference: Double
    /// Its limits, from −1 to 1.
    package let interval: Interval
}

/// Bounds the difference p₁ − p₂ of two shares of different respondents (`newcombe_diff`; Newcombe 1998, method 10).
///
/// d − √((p₁−l₁)²+(u₂−p₂)²) and d + √((u₁−p₁)²+(p₂−l₂)²), l and u being Wilson's limits of each share. Returns nil when
/// one of the two has no answers.
package func newcombeDiff(
    x1: Double,
    n1: Double,
    x2: Double,
    n2: Double,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> Difference? {
    guard let first = try propWilson(x: x1, n: n1, conf: conf), let second = try propWilson(x: x2, n: n2, conf: conf)
    else { return nil }
    return newcombeDiff(first, second)
}

/// Bounds the difference of two shares from their own score limits (`newcombe_diff`).
///
/// With limits of `propWilsonFPC` it holds for answers from lists of known size.
package func newcombeDiff(_ first: Proportion, _ second: Proportion) -> Difference {
    let difference = first.p - second.p
    let down = hypotenuse(first.p - first.lower, second.upper - second.p)
    let up = hypotenuse(first.upper - first.p, second.p - second.lower)
    return Difference(
        difference: difference,
        interval: Interval(lower: difference - down, upper: difference + up)
    )
}
