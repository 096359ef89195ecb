/// Solves a weighted least-squares problem by Householder's QR decomposition (Golub & Van Loan 2013).
struct LeastSquares: Sendable {
    /// The coefficients in the order of the columns.
    let coefficients: [Double]
    /// The diagonal of (XᵀWX)⁻¹.
    let unscaledVariances: [Double]

    /// Returns nil when the columns do not determine the coefficients.
    init?(columns: [[Double]], response: [Double], weights: [Double]) {
        let roots = weights.map { $0.squareRoot() }
        var q = columns.map { column in zip(column, roots).map { $0 * $1 } }
        var y = zip(response, roots).map { $0 * $1 }
        let (rows, count) = (y.count, q.count)
        guard rows >= count else { return nil }
        // The upper triangle by columns; below it the reflections have left zeros.
        var r = Array(repeating: Array(repeating: 0.0, count: count), count: count)
        for k in 0..<count {
            let whole = q[k].reduce(0) { $0 + $1 * $1 }.squareRoot()
            let norm = q[k][k...].reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard norm > 1e-11 * whole, norm.isFinite else { return nil }
            let diagonal = q[k][k] > 0 ? -norm : norm
            var reflector = Array(q[k][k...])
            reflector[0] -= diagonal
            let square = reflector.reduce(0) { $0 + $1 * $1 }
            func reflect(_ column: inout [Double]) {
                let product = reflector.indices.reduce(0) { $0 + reflector[$1] * column[k + $1] }
                for index in reflector.indices { column[k + index] -= 2 * product / square * reflector[index] }
            }
            for other in (k + 1)..<max(count, k + 1) { reflect(&q[other]) }
            reflect(&y)
            for row in 0..<k { r[k][row] = q[k][row] }
            r[k][k] = diagonal
        }
        coefficients = Self.backSubstitute(r, Array(y[..<count]))
        // The rows of R⁻¹ have the variances as their squares.
        var variances = Array(repeating: 0.0, count: count)
        for unit in 0..<count {
            var right = Array(repeating: 0.0, count: count)
            right[unit] = 1
            for (index, value) in Self.backSubstitute(r, right).enumerated() { variances[index] += value * value }
        }
        unscaledVariances = variances
    }

    private static func backSubstitute(_ r: [[Double]], _ right: [Double]) -> [Double] {
        var x = right
        for row in right.indices.reversed() {
            for column in (row + 1)..<max(right.count, row + 1) { x[row] -= r[column][row] * x[column] }
            x[row] /= r[row][row]
        }
        return x
    }
}
