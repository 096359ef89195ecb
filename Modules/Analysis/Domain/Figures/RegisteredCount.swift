/// A count as the police publish it: withheld is not zero.
package enum RegisteredCount: Hashable, Sendable {
    /// The number.
    case published(Int)
    /// There is a number, and it is kept back.
    case withheld

    /// The number, or `nil` when it is withheld.
    package var number: Int? {
        if case .published(let number) = self { number } else { nil }
    }

    /// What is left of a whole that includes this part; `nil` when either is withheld, or the part exceeds the whole.
    func subtracted(from whole: RegisteredCount) -> Int? {
        guard let part = number, let all = whole.number, part <= all else { return nil }
        return all - part
    }

    /// The sum, withheld as soon as one part is.
    static func + (left: RegisteredCount, right: RegisteredCount) -> RegisteredCount {
        guard let first = left.number, let second = right.number else { return .withheld }
        return .published(first + second)
    }
}
