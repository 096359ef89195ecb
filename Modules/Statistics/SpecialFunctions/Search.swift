/// Finds where a condition that stays once it holds begins to hold.
enum Search {
    /// Returns the smallest whole number from `first` for which the condition holds, or `last` if none before it does.
    ///
    /// The condition must not hold at one number and fail at a larger one.
    static func first(from first: Double, to last: Double, where holds: (Double) -> Bool) -> Double {
        var low = first
        var high = last
        while low < high {
            let middle = ((low + high) / 2).rounded(.down)
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
