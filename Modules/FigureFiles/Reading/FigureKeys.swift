/// The distinct types, regions and periods of a table, in the order in which they first occur.
package struct FigureKeys: Sendable {
    package private(set) var crimes: [TableCrime] = []
    package private(set) var regions: [TableRegion] = []
    package private(set) var periods: [TablePeriod] = []
    private var crimeNumbers: [String: Int] = [:]
    private var regionNumbers: [String: Int] = [:]
    private var periodNumbers: [TablePeriod: Int] = [:]

    /// The number of a type, a new one if it has not occurred before.
    mutating func number(ofCrime text: String) -> Int {
        if let number = crimeNumbers[text] { return number }
        crimes.append(TableCrime(text))
        crimeNumbers[text] = crimes.count - 1
        return crimes.count - 1
    }

    /// The number of a region, a new one if it has not occurred before.
    mutating func number(ofRegion text: String) -> Int {
        if let number = regionNumbers[text] { return number }
        regions.append(TableRegion(text))
        regionNumbers[text] = regions.count - 1
        return regions.count - 1
    }

    /// The number of a period, a new one if it has not occurred before.
    mutating func number(of period: TablePeriod) -> Int {
        if let number = periodNumbers[period] { return number }
        periods.append(period)
        periodNumbers[period] = periods.count - 1
        return periods.count - 1
    }
}
