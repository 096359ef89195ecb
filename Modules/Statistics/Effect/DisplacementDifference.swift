/// Holds how many events measures prevented, counting what moved next door.
package struct DisplacementDifference: Sendable, Hashable {
    /// A number of events, negative when prevented, with its standard error.
    package struct Part: Sendable, Hashable {
        /// The number of events.
        package let events: Double
        /// Its standard error.
        package let standardError: Double
    }

    /// In the area itself.
    package let local: Part
    /// In the surrounding it may have moved to.
    package let displacement: Part
    /// Both together.
    package let total: Part
    /// The total over its standard error; nil when nothing was counted at all.
    package let z: Double?
    /// The limits of the total.
    package let interval: Interval
}

/// Divides counts by how long and how large each was, for `wdd`.
package struct DisplacementScale: Sendable, Hashable {
    /// The lengths of the two periods, above 0.
    package let periods: BeforeAfter
    /// The size of the control area, above 0.
    package let control: Double
    /// The size of the area.
    package let treated: Double
    /// The size of the control's surrounding.
    package let displacementControl: Double
    /// The size of the area's surrounding.
    package let displacementTreated: Double

    /// Takes the sizes; all are 1 when nothing differs.
    package init(
        periods: BeforeAfter = BeforeAfter(before: 1, after: 1),
        control: Double = 1,
        treated: Double = 1,
        displacementControl: Double = 1,
        displacementTreated: Double = 1
    ) {
        self.periods = periods
        self.control = control
        self.treated = treated
        self.displacementControl = displacementControl
        self.displacementTreated = displacementTreated
    }

    func checked() throws(StatisticsError) {
        try Check.positive([periods.before, periods.after], "the length of a period")
        try Check.positive([control, treated, displacementControl, displacementTreated], "the size of an area")
    }
}

/// Estimates how many events measures prevented (`wdd`; Wheeler & Ratcliffe 2018).
///
/// local = (T₁/w−T₀/w) − (C₁/w−C₀/w), each weight being time × area; its variance is φ·Σ count/weight². The surroundings
/// alike; the total is the sum of both, and so is its variance. Needs areas that would have changed by the same number.
///
/// - Parameters:
///   - treated: the counts of the area.
///   - control: those of the control area.
///   - displacementTreated: those of the area's surrounding.
///   - displacementControl: those of the control's surrounding.
///   - scale: the lengths of the periods and the sizes of the areas.
///   - phi: by how much counts vary more than chance, from `dispersionTest`; above 0.
///   - conf: the confidence.
/// - Returns: The events prevented in the area, around it and together.
/// - Throws: `StatisticsError` for a count outside 0…1e9, or a length, size or dispersion that is not above 0.
package func wdd(
    treated: BeforeAfter,
    control: BeforeAfter,
    displacementTreated: BeforeAfter = .none,
    displacementControl: BeforeAfter = .none,
    scale: DisplacementScale = DisplacementScale(),
    phi: Double = 1,
    conf: Confidence = .ninetyFive
) throws(StatisticsError) -> DisplacementDifference {
    try treated.checked("the area's count")
    try control.checked("the control's count")
    try displacementTreated.checked("the surrounding's count")
    try displacementControl.checked("the control surrounding's count")
    try scale.checked()
    try Check.positive(phi, "the dispersion")
    func part(
        _ area: BeforeAfter,
        _ areaSize: Double,
        _ control: BeforeAfter,
        _ controlSize: Double
    ) -> (Double, Double) {
        let terms = [
            (area.after, scale.periods.after * areaSize, 1.0), (area.before, scale.periods.before * areaSize, -1),
            (control.after, scale.periods.after * controlSize, -1),
            (control.before, scale.periods.before * controlSize, 1),
        ]
        return (terms.map { $0 / $1 * $2 }.sum, phi * terms.map { $0.0 / ($0.1 * $0.1) }.sum)
    }
    let local = part(treated, scale.treated, control, scale.control)
    let displacement = part(
        displacementTreated,
        scale.displacementTreated,
        displacementControl,
        scale.displacementControl
    )
    let events = local.0 + displacement.0
    let standardError = (local.1 + displacement.1).squareRoot()
    return DisplacementDifference(
        local: .init(events: local.0, standardError: local.1.squareRoot()),
        displacement: .init(events: displacement.0, standardError: displacement.1.squareRoot()),
        total: .init(events: events, standardError: standardError),
        z: standardError > 0 ? events / standardError : nil,
        interval: Interval(lower: events - conf.z * standardError, upper: events + conf.z * standardError)
    )
}
