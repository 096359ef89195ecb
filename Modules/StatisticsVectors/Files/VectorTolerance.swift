/// How far a number may lie from the expected one.
package enum VectorTolerance: Sendable, Hashable {
    /// |a − b| ≤ abs + rel·|b|: the reference vectors.
    case mixed(relative: Double, absolute: Double)
    /// |a − b| ≤ t, or ≤ t·|b| when t < 1e-4 and |b| > 1: published examples, which are rounded.
    case published(Double)

    /// The largest distance that passes from an expected number.
    package func allowance(for expected: Double) -> Double {
        switch self {
        case .mixed(let relative, let absolute): absolute + relative * abs(expected)
        case .published(let limit): limit < 1e-4 && abs(expected) > 1 ? limit * abs(expected) : limit
        }
    }
}
