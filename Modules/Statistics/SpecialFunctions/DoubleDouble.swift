/// A number of about 31 digits, kept as the unevaluated sum of two doubles (Dekker 1971).
///
/// For sums of probabilities that are compared with a limit: an exact 1/20 must not fall below 0.05 by rounding.
struct DoubleDouble: Sendable {
    private(set) var high: Double
    private var low: Double

    init(_ value: Double) {
        high = value
        low = 0
    }

    /// The product without rounding.
    init(_ a: Double, times b: Double) {
        high = a * b
        low = (-high).addingProduct(a, b)
    }

    private init(_ high: Double, _ low: Double) {
        self.high = high + low
        self.low = low - (self.high - high)
    }

    static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
        let sum = a.high + b.high
        let part = sum - a.high
        let error = (a.high - (sum - part)) + (b.high - part)
        return DoubleDouble(sum, error + a.low + b.low)
    }

    static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
        let product = a.high * b.high
        let error = (-product).addingProduct(a.high, b.high)
        return DoubleDouble(product, error + (a.high * b.low + a.low * b.high))
    }

    static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
        let first = a.high / b.high
        let rest = a + b * DoubleDouble(-first)
        let second = rest.high / b.high
        let last = rest + b * DoubleDouble(-second)
        return DoubleDouble(first, second) + DoubleDouble(last.high / b.high)
    }
}
