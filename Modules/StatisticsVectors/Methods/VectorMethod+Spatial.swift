import Statistics

extension VectorMethod {
    /// The methods for places.
    static let spatial = [
        VectorMethod("kde_quartic", ["points", "at", "h"]) { ["value": .number(try value($0, .quartic))] },
        VectorMethod("kde_gauss", ["points", "at", "h"]) { ["value": .number(try value($0, .gauss))] },
        VectorMethod("gi_star", ["points", "values", "band"]) { inputs in
            let scores = try giStar(
                places: inputs.places("points"),
                values: inputs.numbers("values"),
                band: inputs.number("band")
            )
            return ["z": .list(scores)]
        },
        VectorMethod("dbscan", ["points", "eps", "min_pts"]) { inputs in
            let labels = try dbscan(
                inputs.places("points"),
                radius: inputs.number("eps"),
                minimum: inputs.count("min_pts")
            )
            return ["labels": .counts(labels)]
        },
        VectorMethod("knox", ["points", "t", "delta", "tau"]) { inputs in
            let test = try knox(
                places: inputs.places("points"),
                times: inputs.numbers("t"),
                distance: inputs.number("delta"),
                duration: inputs.number("tau")
            )
            return [
                "n_st": .count(test.closeInBoth), "n_s": .count(test.closeInSpace), "n_t": .count(test.closeInTime),
                "pairs": .count(test.pairs), "expected": .optional(test.expected), "ratio": .optional(test.ratio),
                "p_poisson": .optional(test.pPoisson),
            ]
        },
        VectorMethod("pai", ["counts", "areas", "chosen"]) { inputs in
            let result = try pai(
                counts: inputs.numbers("counts"),
                areas: inputs.numbers("areas"),
                chosen: inputs.counts("chosen")
            )
            return ["pai": .optional(result?.accuracy), "pei": .optional(result?.efficiency)]
        },
    ]

    private static func value(_ inputs: VectorInputs, _ kernel: KernelDensity) throws -> Double {
        try density(
            of: inputs.places("points"),
            at: inputs.place("at"),
            bandwidth: inputs.number("h"),
            kernel: kernel
        )
    }
}
