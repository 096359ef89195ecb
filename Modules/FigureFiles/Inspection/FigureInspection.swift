/// What a file of figures holds, told before anyone imports it.
package struct FigureInspection: Sendable, Hashable, Codable {
    /// The first and last period and how many there are.
    package struct Periods: Sendable, Hashable, Codable {
        /// The earliest month as `2022-12`, or the earliest year where the file has years only.
        package let first: String
        /// The latest one.
        package let last: String
        /// The number of different periods, months and years together.
        package let count: Int
        /// How many of them are months, and how many whole years: the two are never added up.
        package let months: Int
        package let years: Int

        package init(first: String, last: String, count: Int, months: Int, years: Int) {
            (self.first, self.last, self.count, self.months, self.years) = (first, last, count, months, years)
        }
    }

    /// A level of regions and how many of it there are.
    package struct Level: Sendable, Hashable, Codable {
        /// `NL`, `GM`, `WK`, `BU`, or `name` for regions without a code.
        package let level: String
        package let regions: Int

        package init(level: String, regions: Int) { (self.level, self.regions) = (level, regions) }
    }

    /// The form of the file.
    package let layout: FigureLayout
    /// The number of counts, withheld ones included; of incidents the number of incidents.
    package let rows: Int
    /// The number of different regions, of all levels.
    package let regions: Int
    /// The number of different types, the total included.
    package let crimeTypes: Int
    /// The periods.
    package let periods: Periods
    /// The number of counts that are withheld, which are not 0: empty, a dot, or `null`.
    package let withheld: Int
    /// All published counts added up, a checksum and no number of crimes, since totals and levels overlap.
    package let sum: Int
    /// Sentences about what was repaired, left out, or is to be kept in mind.
    package let warnings: [String]
    /// The levels of the regions, coarse to fine.
    package let levels: [Level]
    /// The codes of the types that are withheld everywhere, in order.
    package let withheldTypes: [String]
    /// The names of the columns that are not read.
    package let otherColumns: [String]
}
