/// Holds prevented harm: prevented events of several types, each weighed.
package struct HarmDifference: Sendable, Hashable {
    /// One type's estimate.
    package struct Part: Sendable, Hashable {
        /// The number of events, negative when prevented.
        package let estimate: Double
        /// Its standard error, 0 or more.
        package let standardError: Double
        /// What one such event weighs.
        package let weight: Double

        /// Takes a total of `wdd` and a weight.
        package init(estimate: Double, standardError: Double, weight: Double) {
            self.estimate = estimate
            self.standardError = standardError
            self.weight = weight
        }
    }

    /// The harm, negative when prevented, in the unit of the weights.
    package let estimate: Double
    /// Its standard error.
    package let standardError: Double
    /// The estimate over its standard error; nil when that is 0.
    package let z: Double?
    /// The limits of the estimate.
    package let interval: Interval
}

/// Adds prevented events of several types by what they weigh (`wdd_harm`; Wheeler & Ratcliffe 2018).
///
/// Σw·est with SE = √Σ(w·se)². Without types all is 0.
package func wddHarm(
    _ parts: [HarmDifference.Part],
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> HarmDifference {
    try Check.finite(parts.flatMap { [$0.estimate, $0.weight] }, "the estimate or its weight")
    for part in parts { try Check.range(part.standardError, "the standard error", 0, .greatestFiniteMagnitude) }
    let estimate = parts.map { $0.estimate * $0.weight }.sum
    let standardError = parts.map { ($0.standardError * $0.weight) * ($0.standardError * $0.weight) }.sum.squareRoot()
    return HarmDifference(
        estimate: estimate,
        standardError: standardError,
        z: standardError > 0 ? estimate / standardError : nil,
        interval: Interval(lower: estimate - conf.z * standardError, upper: estimate + conf.z * standardError)
    )
}
