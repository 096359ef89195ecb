/// Compares what a method gave with what was expected.
///
/// Null matches null alone, not NaN and not a missing field. Texts, truth values, lengths and the keys within an output
/// match exactly; outputs that nothing is expected of are allowed.
enum VectorComparison {
    static func failures(
        of got: [String: VectorValue],
        against expected: [String: VectorValue],
        _ tolerance: VectorTolerance
    ) -> [FieldFailure] {
        expected.sorted { $0.key < $1.key }.flatMap { field, value in
            failures(at: field, got[field], value, tolerance)
        }
    }

    private static func failures(
        at field: String,
        _ got: VectorValue?,
        _ expected: VectorValue,
        _ tolerance: VectorTolerance
    ) -> [FieldFailure] {
        switch (got, expected) {
        case (.number(let a), .number(let b)):
            let distance = a == b ? 0 : abs(a - b)
            let allowance = tolerance.allowance(for: b)
            // NaN is no distance and no passes with it.
            if distance <= allowance { return [] }
            return [FieldFailure(field: field, got: got, expected: expected, excess: distance - allowance)]
        case (.array(let a), .array(let b)):
            guard a.count == b.count else { break }
            return zip(a, b).enumerated().flatMap { index, pair in
                failures(at: "\(field)[\(index)]", pair.0, pair.1, tolerance)
            }
        case (.object(let a), .object(let b)):
            let extra = a.keys.filter { b[$0] == nil }.sorted().map {
                FieldFailure(field: "\(field).\($0)", got: a[$0], expected: nil, excess: nil)
            }
            return b.sorted { $0.key < $1.key }.flatMap { key, value in
                failures(at: "\(field).\(key)", a[key], value, tolerance)
            } + extra
        default:
            if got == expected { return [] }
        }
        return [FieldFailure(field: field, got: got, expected: expected, excess: nil)]
    }
}
