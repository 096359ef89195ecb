/// Checks whole numbers that come in as counts.
enum Count {
    /// The largest count that is accepted; it keeps sums in range and iterations short, far above any real figure.
    static let limit = 1_000_000_000

    /// Returns the count as a real number, or refuses a negative or absurdly large one under its own name.
    static func checked(_ value: Int, _ name: String) throws(StatisticsError) -> Double {
        guard (0...limit).contains(value) else { throw .countOutOfRange(name: name, value: value) }
        return Double(value)
    }
}
