import Statistics

extension VectorMethod {
    /// The methods for series in time.
    static let series = [
        VectorMethod("seasonal_index", ["counts", "start_month"]) { inputs in
            // The month in which the series starts changes no number, but must be one.
            _ = try inputs.count("start_month", default: 1)
            let season = try seasonalIndex(inputs.numbers("counts"))
            return ["index": .list(season.index), "adjusted": .list(season.adjusted)]
        },
        VectorMethod("u_chart", ["c", "n"]) { inputs in
            guard let chart = try uChart(counts: inputs.numbers("c"), exposures: inputs.numbers("n")) else {
                return ["centre": .null, "lower": .array([]), "upper": .array([]), "signal": .array([])]
            }
            return [
                "centre": .number(chart.centre), "lower": .list(chart.lower), "upper": .list(chart.upper),
                "signal": .counts(chart.signals),
            ]
        },
        VectorMethod("poisson_trend", ["y", "exposure"]) { inputs in
            outputs(try poissonTrend(counts: inputs.numbers("y"), exposures: inputs.optionalNumbers("exposure")))
        },
        VectorMethod("its", ["y", "start", "month", "exposure", "harmonics"]) { inputs in
            let series = try InterruptedTimeSeries(
                counts: inputs.numbers("y"),
                start: inputs.count("start"),
                months: inputs.counts("month"),
                exposures: inputs.optionalNumbers("exposure")
            )
            // The vectors give the model itself; how long a series must be is a rule of its use.
            return outputs(try its(series, harmonics: inputs.count("harmonics", default: 2), needing: 0, and: 0))
        },
        VectorMethod(
            "did_panel",
            [
                "treated_pre", "treated_post", "control_pre", "control_post", "exposure_treated", "exposure_control",
            ]
        ) { inputs in
            let panel = try DifferenceInDifferences(
                treatedBefore: inputs.numbers("treated_pre"),
                treatedAfter: inputs.numbers("treated_post"),
                controlBefore: inputs.numbers("control_pre"),
                controlAfter: inputs.numbers("control_post"),
                treatedExposure: inputs.number("exposure_treated", default: 1),
                controlExposure: inputs.number("exposure_control", default: 1)
            )
            return outputs(try didPanel(panel))
        },
    ]

    private static func outputs(_ model: RateModel) -> [String: VectorValue] {
        let errors = model.standardErrors.map { $0.map(Optional.init) } ?? model.coefficients.map { _ in nil }
        return [
            "coef": .list(model.coefficients), "se": .list(errors), "phi": .optional(model.dispersion),
            "effect_ratio": .number(model.effectRatio), "lower": .optional(model.interval?.lower),
            "upper": .optional(model.interval?.upper), "pct_change": .number(model.percentChange),
        ]
    }
}
