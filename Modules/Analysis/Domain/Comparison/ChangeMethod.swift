/// How a change between two measurements was estimated.
package enum ChangeMethod: Hashable, Sendable, CaseIterable {
    /// The difference of a share among the same establishments, later less earlier.
    case pairedDifference
    /// The difference of a share among different or unlinked establishments, later less earlier.
    case newcombeDifference
    /// The later rate over the earlier one, in the area alone.
    case rateRatio
    /// The change against the rest of the municipality; above 1 the area did better.
    case relativeEffectSize
    /// The number of events more than with the change of the rest of the municipality; negative for fewer.
    case displacementDifference
}
