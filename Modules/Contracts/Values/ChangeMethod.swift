/// How a change was estimated; the values are the names of the methods in the statistics' reference vectors.
package enum ChangeMethod: String, Codable, Hashable, Sendable, CaseIterable {
    /// The difference of a share among the same establishments, later less earlier, −1 to 1 (Agresti & Min 2005).
    case pairedDifference = "paired_prop_diff_wald_agresti_min"
    /// The difference of a share among different or unlinked establishments, later less earlier, −1 to 1 (Newcombe
    /// 1998).
    case newcombeDifference = "newcombe_diff"
    /// The later rate of registered events over the earlier one in the area alone, without a reference area.
    case rateRatio = "rate_ratio_exact"
    /// The change against the rest of the municipality as a ratio; above 1 the area did better (Welsh & Farrington
    /// 2009).
    case relativeEffectSize = "relative_effect_size"
    /// The number of events more, negative for fewer, than with the reference's change (Wheeler & Ratcliffe 2018).
    case displacementDifference = "wdd"
}
