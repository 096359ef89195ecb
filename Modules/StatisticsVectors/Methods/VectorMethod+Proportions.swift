import Statistics

extension VectorMethod {
    /// The methods for shares of a survey.
    static let proportions = [
        VectorMethod("prop_wilson", ["x", "n", "conf"]) { inputs in
            let share = try propWilson(x: inputs.number("x"), n: inputs.number("n"), conf: inputs.confidence())
            return outputs(share)
        },
        VectorMethod("prop_clopper_pearson", ["x", "n", "conf"]) { inputs in
            let share = try propClopperPearson(x: inputs.count("x"), n: inputs.count("n"), conf: inputs.confidence())
            return outputs(share)
        },
        VectorMethod("prop_wilson_fpc", ["x", "n", "N", "conf"]) { inputs in
            let share = try propWilsonFPC(
                x: inputs.number("x"),
                n: inputs.number("n"),
                population: inputs.number("N"),
                conf: inputs.confidence()
            )
            return outputs(share).merging(["n_eff": .optional(share?.effectiveSample)]) { $1 }
        },
        VectorMethod("prop_hypergeom_exact", ["x", "n", "N", "conf"]) { inputs in
            guard
                let share = try propHypergeomExact(
                    x: inputs.count("x"),
                    n: inputs.count("n"),
                    population: inputs.count("N"),
                    conf: inputs.confidence()
                )
            else { return .undefined("p", "K_lower", "K_upper", "lower", "upper") }
            return [
                "p": .number(share.p), "K_lower": .count(share.lowerCount), "K_upper": .count(share.upperCount),
                "lower": .number(share.interval.lower), "upper": .number(share.interval.upper),
            ]
        },
        VectorMethod("sample_size_finite", ["N", "margin", "p", "conf"]) { inputs in
            let size = try sampleSizeFinite(
                population: inputs.count("N"),
                margin: inputs.number("margin"),
                p: inputs.number("p", default: 0.5),
                conf: inputs.confidence()
            )
            return ["n0": .number(size.unlimited), "n_exact": .number(size.exact), "n": .count(size.n)]
        },
        VectorMethod("achieved_margin", ["N", "n", "p", "conf"]) { inputs in
            let margin = try achievedMargin(
                population: inputs.count("N"),
                n: inputs.count("n"),
                p: inputs.number("p", default: 0.5),
                conf: inputs.confidence()
            )
            return ["margin": .optional(margin)]
        },
        VectorMethod(
            "response_rate",
            ["invited", "undeliverable", "ineligible", "complete", "partial", "count_partials"]
        ) { inputs in
            let response = try responseRate(
                invited: inputs.count("invited"),
                undeliverable: inputs.count("undeliverable"),
                ineligible: inputs.count("ineligible"),
                complete: inputs.count("complete"),
                partial: inputs.count("partial"),
                countPartials: inputs.flag("count_partials")
            )
            return ["eligible": .count(response.eligible), "rate": .optional(response.rate)]
        },
        VectorMethod("poststrat_prop", ["N_h", "n_h", "x_h", "conf"]) { inputs in
            let (members, answers, yes) = try (inputs.counts("N_h"), inputs.counts("n_h"), inputs.counts("x_h"))
            guard members.count == answers.count, answers.count == yes.count else {
                throw inputs.refuse("n_h", "as long a list as \"N_h\" and \"x_h\"")
            }
            let share = try poststratProp(
                members.indices.map { Stratum(population: members[$0], answers: answers[$0], yes: yes[$0]) },
                conf: inputs.confidence()
            )
            return [
                "p": .number(share.p), "se": .number(share.standardError), "lower": .number(share.interval.lower),
                "upper": .number(share.interval.upper), "unweighted": .number(share.unweighted),
                "kish_n_eff": .number(share.effectiveSample), "kish_deff": .number(share.designEffect),
            ]
        },
    ]

    private static func outputs(_ share: Proportion?) -> [String: VectorValue] {
        ["p": .optional(share?.p), "lower": .optional(share?.lower), "upper": .optional(share?.upper)]
    }
}
