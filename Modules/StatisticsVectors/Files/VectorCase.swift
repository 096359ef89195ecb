/// One example: what a method must give for these inputs.
package struct VectorCase: Sendable, Hashable {
    /// The name of the example.
    package let id: String
    /// The name of the method, such as `prop_wilson`.
    package let method: String
    /// The inputs by name; those left out have the method's default.
    package let inputs: [String: VectorValue]
    /// The outputs by name.
    package let expected: [String: VectorValue]
    /// How far numbers may lie off.
    package let tolerance: VectorTolerance

    /// Makes an example.
    package init(
        id: String,
        method: String,
        inputs: [String: VectorValue],
        expected: [String: VectorValue],
        tolerance: VectorTolerance
    ) {
        self.id = id
        self.method = method
        self.inputs = inputs
        self.expected = expected
        self.tolerance = tolerance
    }
}
