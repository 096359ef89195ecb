import Statistics

extension VectorMethod {
    /// The methods for counted events.
    static let counts = [
        VectorMethod("poisson_garwood", ["k", "exposure", "per", "conf"]) { inputs in
            let rate = try poissonGarwood(
                count: inputs.number("k"),
                exposure: inputs.number("exposure", default: 1),
                per: inputs.number("per", default: 1),
                conf: inputs.confidence()
            )
            return ["rate": .number(rate.rate), "lower": .number(rate.lower), "upper": .number(rate.upper)]
        },
        VectorMethod("poisson_byar", ["k", "conf"]) { inputs in
            let interval = try poissonByar(count: inputs.number("k"), conf: inputs.confidence())
            return ["lower": .number(interval.lower), "upper": .number(interval.upper)]
        },
        VectorMethod("rate_ratio_exact", ["x1", "e1", "x2", "e2", "conf"]) { inputs in
            let ratio = try rateRatioExact(
                x1: inputs.count("x1"),
                e1: inputs.number("e1"),
                x2: inputs.count("x2"),
                e2: inputs.number("e2"),
                conf: inputs.confidence()
            )
            return [
                "ratio": .optional(ratio.ratio), "lower": .number(ratio.lower), "upper": .optional(ratio.upper),
                "p_central": .number(ratio.pCentral), "p_minlike": .number(ratio.pMinlike),
            ]
        },
        VectorMethod("etest", ["k1", "n1", "k2", "n2"]) { inputs in
            let test = try eTest(
                k1: inputs.count("k1"),
                n1: inputs.number("n1"),
                k2: inputs.count("k2"),
                n2: inputs.number("n2")
            )
            return ["p_wald": .number(test.pWald), "p_score": .number(test.pScore)]
        },
        VectorMethod("smr", ["O", "E", "conf"]) { inputs in
            let ratio = try smr(observed: inputs.count("O"), expected: inputs.number("E"), conf: inputs.confidence())
            return [
                "ratio": .optional(ratio?.ratio), "lower": .optional(ratio?.interval.lower),
                "upper": .optional(ratio?.interval.upper), "p_value": .optional(ratio?.pValue),
            ]
        },
        VectorMethod("funnel_poisson", ["E"]) { inputs in
            let limits = try funnelPoisson(expected: inputs.number("E"))
            return [
                "l998": .optional(limits?.wide.lower), "l95": .optional(limits?.narrow.lower),
                "u95": .optional(limits?.narrow.upper), "u998": .optional(limits?.wide.upper),
            ]
        },
        VectorMethod("dispersion_test", ["x"]) { inputs in
            let dispersion = try dispersionTest(inputs.numbers("x"))
            return [
                "D": .optional(dispersion.statistic), "phi": .optional(dispersion.phi),
                "p_over": .optional(dispersion.pOver),
            ]
        },
        VectorMethod("eb_marshall", ["y", "n"]) { inputs in
            guard let rates = try ebMarshall(counts: inputs.numbers("y"), exposures: inputs.numbers("n")) else {
                return ["b": .null, "a": .null, "a_raw": .null, "shrunk": .array([])]
            }
            return [
                "b": .number(rates.commonRate), "a": .number(rates.variance), "a_raw": .number(rates.rawVariance),
                "shrunk": .list(rates.rates),
            ]
        },
        VectorMethod("gamma_poisson", ["k", "e", "a", "b", "ref", "conf"]) { inputs in
            let rate = try gammaPoisson(
                count: inputs.number("k"),
                exposure: inputs.number("e"),
                shape: inputs.number("a"),
                rate: inputs.number("b"),
                reference: inputs.number("ref"),
                conf: inputs.confidence()
            )
            return [
                "mean": .number(rate.mean), "lower": .optional(rate.interval?.lower),
                "upper": .optional(rate.interval?.upper), "p_above": .optional(rate.pAbove),
            ]
        },
        VectorMethod("suppress_small", ["counts", "threshold"]) { inputs in
            let row = try suppressSmall(inputs.counts("counts"), threshold: inputs.count("threshold", default: 5))
            return ["shown": .list(row.shown.map { $0.map(Double.init) }), "total": .count(row.total)]
        },
        VectorMethod("repeat_table", ["hits", "targets"]) { inputs in
            let table = try repeatTable(hits: inputs.counts("hits"), targets: inputs.count("targets"))
            let counts = table.targetsByHits.map { (String($0), VectorValue.count($1)) }
            return [
                "table": .object(Dictionary(uniqueKeysWithValues: counts)), "prevalence": .optional(table.prevalence),
                "incidence": .optional(table.incidence), "concentration": .optional(table.concentration),
                "repeats": .count(table.repeats), "repeat_share": .optional(table.repeatShare),
            ]
        },
        VectorMethod("gini", ["x"]) { inputs in
            let concentration = try gini(inputs.numbers("x"))
            return [
                "gini": .optional(concentration?.gini), "generalised": .optional(concentration?.generalised),
                "top_share_20": .optional(concentration?.topFifth),
            ]
        },
    ]
}
