/// A method under the name that the vector files know it by.
struct VectorMethod: Sendable {
    /// The name, such as `prop_wilson`.
    let name: String
    /// The inputs that it knows; any other one is a mistake in the file.
    let inputs: Set<String>
    /// Computes the outputs from the inputs.
    let run: @Sendable (VectorInputs) throws -> [String: VectorValue]

    init(
        _ name: String,
        _ inputs: Set<String>,
        _ run: @escaping @Sendable (VectorInputs) throws -> [String: VectorValue]
    ) {
        self.name = name
        self.inputs = inputs
        self.run = run
    }

    /// All methods there are.
    static let all = proportions + comparisons + scales + counts + series + effects + spatial

    /// All methods by name.
    static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
}

/// Names outputs that a method may not be able to give.
extension [String: VectorValue] {
    /// Every one of these outputs is undefined.
    static func undefined(_ names: String...) -> [String: VectorValue] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, .null) })
    }
}
