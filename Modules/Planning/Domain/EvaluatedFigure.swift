/// A figure of the later of two measurements that were compared, with its interval.
package struct EvaluatedFigure: Hashable, Sendable {
    /// The indicator's identifier.
    package let id: String
    /// Whether it is a share, of which a plan cannot tell by itself which way is better.
    package let isShare: Bool
    /// The value, or `nil` when it is undefined.
    package let value: Double?
    /// The lower limit of its 95 % interval; `nil` for what was counted in full.
    package let lower: Double?
    /// The upper limit of its 95 % interval; `nil` for what was counted in full.
    package let upper: Double?

    /// Makes a figure.
    package init(id: String, isShare: Bool, value: Double?, lower: Double?, upper: Double?) {
        self.id = id
        self.isShare = isShare
        self.value = value
        self.lower = lower
        self.upper = upper
    }
}
