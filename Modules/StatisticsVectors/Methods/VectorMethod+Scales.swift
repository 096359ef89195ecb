import Statistics

extension VectorMethod {
    /// The methods for marks and scales.
    static let scales = [
        VectorMethod("mean_t", ["values", "conf", "N"]) { inputs in
            let population: Int? =
                switch inputs.fields["N"] {
                case nil, .null: nil
                default: try inputs.count("N")
                }
            let mean = try meanT(inputs.numbers("values"), population: population, conf: inputs.confidence())
            return [
                "n": .count(mean.n), "mean": .optional(mean.mean), "sd": .optional(mean.standardDeviation),
                "lower": .optional(mean.interval?.lower), "upper": .optional(mean.interval?.upper),
            ]
        },
        VectorMethod("cronbach_alpha", ["rows", "conf"]) { inputs in
            let scale = try cronbachAlpha(inputs.rows("rows"), conf: inputs.confidence())
            return [
                "n": .count(scale.n), "k": .count(scale.items), "alpha": .optional(scale.alpha),
                "lower": .optional(scale.interval?.lower), "upper": .optional(scale.interval?.upper),
            ]
        },
        VectorMethod("quadrant", ["items"]) { inputs in
            guard let result = try quadrant(items(inputs)) else {
                return [
                    "order": .array([]), "priority": .array([]), "mean_importance": .null, "mean_dissatisfied": .null,
                ]
            }
            return [
                "order": .texts(result.order), "priority": .texts(result.priority),
                "mean_importance": .number(result.meanImportance),
                "mean_dissatisfied": .number(result.meanDissatisfied),
            ]
        },
    ]

    private static func items(_ inputs: VectorInputs) throws -> [Quadrant.Item] {
        try inputs.list("items").map { value in
            guard case .object(let fields) = value, case .string(let name) = fields["name"],
                case .number(let importance) = fields["importance"],
                case .number(let dissatisfied) = fields["dissatisfied"]
            else {
                throw inputs.refuse("items", "a list of objects with \"name\", \"importance\" and \"dissatisfied\"")
            }
            return Quadrant.Item(name: name, importance: importance, dissatisfied: dissatisfied)
        }
    }
}
