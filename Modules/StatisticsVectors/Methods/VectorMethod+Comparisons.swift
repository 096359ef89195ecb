import Statistics

extension VectorMethod {
    /// The methods that compare two groups or two measurements.
    static let comparisons = [
        VectorMethod("two_prop_test", ["x1", "n1", "x2", "n2"]) { inputs in
            let test = try twoPropTest(
                x1: inputs.number("x1"),
                n1: inputs.number("n1"),
                x2: inputs.number("x2"),
                n2: inputs.number("n2")
            )
            return ["z": .optional(test?.z), "p_value": .optional(test?.pValue)]
        },
        VectorMethod("newcombe_diff", ["x1", "n1", "x2", "n2", "conf"]) { inputs in
            let difference = try newcombeDiff(
                x1: inputs.number("x1"),
                n1: inputs.number("n1"),
                x2: inputs.number("x2"),
                n2: inputs.number("n2"),
                conf: inputs.confidence()
            )
            return [
                "diff": .optional(difference?.difference), "lower": .optional(difference?.interval.lower),
                "upper": .optional(difference?.interval.upper),
            ]
        },
        VectorMethod("fisher_exact", ["table"]) { inputs in
            let rows = try inputs.rows("table")
            let cells = rows.flatMap { $0 }.compactMap { $0.flatMap { Int(exactly: $0) } }
            guard rows.map(\.count) == [2, 2], cells.count == 4 else {
                throw inputs.refuse("table", "a table of two rows and two columns of counts")
            }
            return ["p_value": .number(try fisherExact(cells[0], cells[1], cells[2], cells[3]))]
        },
        VectorMethod("mcnemar", ["a", "b", "c", "d"]) { inputs in
            let test = try mcNemar(table(inputs))
            return [
                "p_exact": .number(test.pExact), "p_mid": .number(test.pMid),
                "chi2": .optional(test.chiSquare?.statistic), "p_chi2": .optional(test.chiSquare?.pValue),
                "chi2_cc": .optional(test.corrected?.statistic), "p_chi2_cc": .optional(test.corrected?.pValue),
            ]
        },
        VectorMethod("paired_prop_diff_wald_agresti_min", ["a", "b", "c", "d", "conf"]) { inputs in
            let difference = try pairedPropDiff(table(inputs), conf: inputs.confidence())
            return [
                "diff": .optional(difference?.difference), "centre": .optional(difference?.centre),
                "lower": .optional(difference?.interval.lower), "upper": .optional(difference?.interval.upper),
            ]
        },
        VectorMethod("mann_whitney", ["x", "y"]) { inputs in
            guard let test = try mannWhitney(inputs.numbers("x"), inputs.numbers("y")) else {
                return .undefined("U1", "p_value", "method", "p_superiority", "cliff_delta")
            }
            return [
                "U1": .number(test.u1), "p_value": .number(test.pValue), "method": .string(test.method.rawValue),
                "p_superiority": .number(test.superiority), "cliff_delta": .number(test.cliffDelta),
            ]
        },
        VectorMethod("p_adjust", ["p"]) { inputs in
            let adjusted = try pAdjust(inputs.numbers("p"))
            return ["holm": .list(adjusted.holm), "bh": .list(adjusted.benjaminiHochberg)]
        },
        VectorMethod("power_two_prop_n", ["p1", "p2", "power", "alpha"]) { inputs in
            let size = try powerTwoPropN(
                p1: inputs.number("p1"),
                p2: inputs.number("p2"),
                power: inputs.number("power", default: 0.8),
                alpha: inputs.number("alpha", default: 0.05)
            )
            return ["n_exact": .optional(size?.exact), "n": size.map { .count($0.n) } ?? .null]
        },
    ]

    private static func table(_ inputs: VectorInputs) throws -> PairedTable {
        try PairedTable(
            yesYes: inputs.count("a"),
            yesNo: inputs.count("b"),
            noYes: inputs.count("c"),
            noNo: inputs.count("d")
        )
    }
}
