import Statistics

extension VectorMethod {
    /// The methods that tell what measures did.
    static let effects = [
        VectorMethod(
            "wdd",
            ["treated", "control", "disp_treated", "disp_control", "time", "area", "conf"]
        ) { inputs in
            let areas = try inputs.optionalNumbers("area") ?? [1, 1, 1, 1]
            guard areas.count == 4 else { throw inputs.refuse("area", "a list of four numbers") }
            let result = try wdd(
                treated: inputs.pair("treated"),
                control: inputs.pair("control"),
                displacementTreated: inputs.pair("disp_treated", default: .some(.none)),
                displacementControl: inputs.pair("disp_control", default: .some(.none)),
                scale: DisplacementScale(
                    periods: inputs.pair("time", default: BeforeAfter(before: 1, after: 1)),
                    control: areas[0],
                    treated: areas[1],
                    displacementControl: areas[2],
                    displacementTreated: areas[3]
                ),
                conf: inputs.confidence()
            )
            return [
                "local": .number(result.local.events), "se_local": .number(result.local.standardError),
                "displacement": .number(result.displacement.events),
                "se_displacement": .number(result.displacement.standardError),
                "total": .number(result.total.events), "se_total": .number(result.total.standardError),
                "z": .optional(result.z), "lower": .number(result.interval.lower),
                "upper": .number(result.interval.upper),
            ]
        },
        VectorMethod("wdd_harm", ["est", "se", "weight", "conf"]) { inputs in
            let (estimates, errors) = try (inputs.numbers("est"), inputs.numbers("se"))
            let weights = try inputs.numbers("weight")
            guard estimates.count == errors.count, errors.count == weights.count else {
                throw inputs.refuse("weight", "as long a list as \"est\" and \"se\"")
            }
            let harm = try wddHarm(
                estimates.indices.map {
                    .init(estimate: estimates[$0], standardError: errors[$0], weight: weights[$0])
                },
                conf: inputs.confidence()
            )
            return [
                "est": .number(harm.estimate), "se": .number(harm.standardError), "z": .optional(harm.z),
                "lower": .number(harm.interval.lower), "upper": .number(harm.interval.upper),
            ]
        },
        VectorMethod("wdq", ["R", "D", "C"]) { inputs in
            let result = try wdq(area: inputs.pair("R"), buffer: inputs.pair("D"), control: inputs.pair("C"))
            return [
                "success": .optional(result.success), "buffer": .optional(result.buffer),
                "wdq": .optional(result.quotient), "gross": .number(result.gross), "net": .optional(result.net),
                "tne": .optional(result.totalNetEffect),
            ]
        },
        VectorMethod("relative_effect_size", ["a", "b", "c", "d", "phi", "conf"]) { inputs in
            let effect = try relativeEffectSize(
                area: BeforeAfter(before: inputs.number("a"), after: inputs.number("b")),
                control: BeforeAfter(before: inputs.number("c"), after: inputs.number("d")),
                phi: inputs.number("phi", default: 1),
                conf: inputs.confidence()
            )
            return [
                "res": .number(effect.effect), "se_log": .number(effect.standardErrorOfLog),
                "lower": .number(effect.interval.lower), "upper": .number(effect.interval.upper),
                "z": .number(effect.z), "p_value": .number(effect.pValue),
                "pct_change": .number(effect.percentChange), "pct_lower": .number(effect.percentInterval.lower),
                "pct_upper": .number(effect.percentInterval.upper), "corrected": .bool(effect.isCorrected),
            ]
        },
        VectorMethod("permutation_diff", ["x", "y"]) { inputs in
            // The vectors want every division; the seed is never used.
            let test = try permutationDiff(
                inputs.numbers("x"),
                inputs.numbers("y"),
                limit: 100_000_000,
                seed: 0
            )
            return ["count": .count(test.count), "total": .count(test.total), "p_value": .number(test.pValue)]
        },
        VectorMethod("regression_to_mean", ["counts", "pick"]) { inputs in
            let result = try regressionToMean(counts: inputs.numbers("counts"), pick: inputs.count("pick"))
            return [
                "mean": .number(result.mean), "C": .number(result.reliability),
                "expected_next": .number(result.expectedNext),
                "expected_drop_pct": .optional(result.expectedDropPercent),
            ]
        },
    ]
}
