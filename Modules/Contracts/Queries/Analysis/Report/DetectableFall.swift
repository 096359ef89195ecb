/// How far a number of events must fall before the fall can be demonstrated.
package struct DetectableFall: Codable, Hashable, Sendable {
    /// The number from which it falls.
    package let from: Int
    /// The largest later number, over as long a time, that would be a demonstrable fall; `nil` when not even 0 is.
    package let atMost: Int?

    /// Makes the value.
    package init(from: Int, atMost: Int? = nil) {
        self.from = from
        self.atMost = atMost
    }

    /// That fall in per cent, negative; `nil` when none can be demonstrated.
    package var percent: Double? {
        atMost.flatMap { from > 0 ? 100 * (Double($0) / Double(from) - 1) : nil }
    }
}
