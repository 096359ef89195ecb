/// Checks the numbers that come in, each under the name that a person knows it by.
enum Check {
    /// Returns a count that may be fractional by weighting, or refuses one outside 0…1e9.
    @discardableResult
    static func count(_ value: Double, _ name: String) throws(StatisticsError) -> Double {
        try range(value, name, 0, Double(Count.limit))
    }

    /// Refuses a list with an entry outside 0…1e9.
    static func counts(_ values: [Double], _ name: String) throws(StatisticsError) {
        for value in values { try count(value, name) }
    }

    /// Refuses what is no finite number.
    static func finite(_ values: [Double], _ name: String) throws(StatisticsError) {
        for value in values {
            try range(value, name, -.greatestFiniteMagnitude, .greatestFiniteMagnitude)
        }
    }

    /// Returns a number within the range, both ends included, or refuses it.
    @discardableResult
    static func range(
        _ value: Double,
        _ name: String,
        _ lower: Double,
        _ upper: Double
    ) throws(StatisticsError) -> Double {
        guard value >= lower, value <= upper else {
            throw .numberOutOfRange(name: name, value: value, lower: lower, upper: upper)
        }
        return value
    }

    /// Returns a finite number above 0, or refuses it.
    @discardableResult
    static func positive(_ value: Double, _ name: String) throws(StatisticsError) -> Double {
        guard value > 0, value.isFinite else { throw .notPositive(name: name, value: value) }
        return value
    }

    /// Refuses a list with an entry that is not a finite number above 0.
    static func positive(_ values: [Double], _ name: String) throws(StatisticsError) {
        for value in values { try positive(value, name) }
    }

    /// Refuses a part that is larger than its whole.
    static func part(
        _ value: Double,
        _ part: String,
        of whole: Double,
        _ name: String
    ) throws(StatisticsError) {
        guard value <= whole else { throw .partAboveWhole(part: part, value: value, whole: name, of: whole) }
    }

    /// Refuses two lists of different lengths.
    static func sameLength(
        _ count: Int,
        _ name: String,
        _ otherCount: Int,
        _ other: String
    ) throws(StatisticsError) {
        guard count == otherCount else {
            throw .unequalLengths(name: name, count: count, other: other, otherCount: otherCount)
        }
    }

    /// Refuses a list that is too short.
    static func atLeast(_ needed: Int, _ name: String, _ count: Int) throws(StatisticsError) {
        guard count >= needed else { throw .tooFew(name: name, count: count, needed: needed) }
    }
}
