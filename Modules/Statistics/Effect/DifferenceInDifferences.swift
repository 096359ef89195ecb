/// Describes an area and its control, before and after the measures, in periods of equal length.
package struct DifferenceInDifferences: Sendable, Hashable {
    /// The area's events in each period before.
    package let treatedBefore: [Double]
    /// The area's events in each period after.
    package let treatedAfter: [Double]
    /// The control's events in each period before.
    package let controlBefore: [Double]
    /// The control's events in each period after.
    package let controlAfter: [Double]
    /// The area's exposure in one period, above 0.
    package let treatedExposure: Double
    /// The control's exposure in one period, above 0.
    package let controlExposure: Double

    /// Takes the four series; `didPanel` checks them.
    package init(
        treatedBefore: [Double],
        treatedAfter: [Double],
        controlBefore: [Double],
        controlAfter: [Double],
        treatedExposure: Double = 1,
        controlExposure: Double = 1
    ) {
        self.treatedBefore = treatedBefore
        self.treatedAfter = treatedAfter
        self.controlBefore = controlBefore
        self.controlAfter = controlAfter
        self.treatedExposure = treatedExposure
        self.controlExposure = controlExposure
    }
}

/// Compares the change in an area with that in its control, month by month (`did_panel`).
///
/// A quasi-Poisson model y ~ 1 + area + post + area:post with offset ln(exposure); coefficients in that order, the effect
/// being the interaction. A series that is empty or has no events has no finite effect and is refused.
package func didPanel(_ panel: DifferenceInDifferences) throws(StatisticsError) -> RateModel {
    let cells = [
        (panel.treatedBefore, 1.0, 0.0, panel.treatedExposure), (panel.treatedAfter, 1, 1, panel.treatedExposure),
        (panel.controlBefore, 0, 0, panel.controlExposure), (panel.controlAfter, 0, 1, panel.controlExposure),
    ]
    try Check.positive(panel.treatedExposure, "the area's exposure")
    try Check.positive(panel.controlExposure, "the control's exposure")
    var counts: [Double] = []
    var columns = [[Double]](repeating: [], count: 4)
    var exposures: [Double] = []
    for (series, area, post, exposure) in cells {
        try Check.counts(series, "the number of events")
        guard series.sum > 0 else { throw .notEstimable(model: "the difference in differences") }
        for count in series {
            counts.append(count)
            exposures.append(exposure)
            for (index, value) in [1, area, post, area * post].enumerated() { columns[index].append(value) }
        }
    }
    let fit = try QuasiPoissonFit(
        "the difference in differences",
        counts: counts,
        columns: columns,
        exposures: exposures
    )
    return RateModel(fit, effect: 3)
}
