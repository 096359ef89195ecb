import Statistics

/// What a planner should know about a target for a registered count: whether reaching it could be demonstrated.
package struct TargetNotice: Hashable, Sendable {
    /// What is counted, in Dutch.
    package let name: String
    /// The count on which the objective is set.
    package let from: Int
    /// The largest later count, over as long a time, that would be a demonstrable fall; `nil` when not even 0 is.
    package let atMost: Int?

    /// Makes a notice.
    package init(name: String, from: Int, atMost: Int?) { (self.name, self.from, self.atMost) = (name, from, atMost) }

    /// That fall in per cent, negative.
    package var percent: Double? {
        atMost.flatMap { from > 0 ? 100 * (Double($0) / Double(from) - 1) : nil }
    }
}

extension TargetNotice: CustomStringConvertible {
    package var description: String {
        guard let atMost, let percent else {
            return
                "with \(from) of \u{201c}\(name)\u{201d} a year no fall can be demonstrated, not even to 0; count more years "
                + "or types together, or choose a goal in the survey."
        }
        return "with \(from) of \u{201c}\(name)\u{201d} a year only a fall to \(atMost) or fewer "
            + "(\u{2212}\(Int((-percent).rounded())) %) can be demonstrated; count more years or types together, or choose a "
            + "goal in the survey."
    }
}

extension SafetyAnalysis {
    /// Tells whether the fall that an objective wants could be demonstrated over as long a time.
    ///
    /// - Parameters:
    ///   - indicator: The figure by which the objective is judged.
    ///   - target: The value to be reached, in the figure's own unit.
    /// - Returns: `nil` for a figure that is no registered count, for a target that is no fall, and for one that reaching
    ///   would demonstrate.
    package func notice(on indicator: String, target: Double) -> TargetNotice? {
        guard let figure = self.indicator(indicator), let registered = figure.registered, let value = figure.value,
            target < value
        else { return nil }
        // Refused only for a count beyond any real figure, of which a fall is not to be demonstrated either.
        let least = try? minimumDetectableChange(before: registered.count)
        // A rate is a count over the same establishments, so both fall alike.
        let wanted = Double(registered.count) * target / value
        if let least, wanted <= Double(least) { return nil }
        return TargetNotice(name: registered.name, from: registered.count, atMost: least)
    }
}
