/// One output that is not as expected.
package struct FieldFailure: Sendable, Hashable {
    /// The output, with the place in it, such as `z[3]` or `table.4`.
    package let field: String
    /// What the method gave; nil when the output is missing.
    package let got: VectorValue?
    /// What was expected; nil when nothing was.
    package let expected: VectorValue?
    /// How far a number lies beyond the tolerance; nil for what no tolerance applies to.
    package let excess: Double?
}

extension FieldFailure: CustomStringConvertible {
    package var description: String {
        let text = "\(field): got \(got?.description ?? "nothing"), expected \(expected?.description ?? "nothing")"
        return excess.map { "\(text), \($0) beyond the tolerance" } ?? text
    }
}
