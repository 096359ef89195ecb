/// Adds up counts per region, type and year, and knows of each month whether it was seen, and so whether it came twice.
///
/// A block holds sixteen years of one region and type. A year is one word: twelve bits for the months with a count,
/// twelve for those withheld, and the sum above them.
struct CellTable: Sendable {
    /// The number of types that a table can have; the police's list has 59.
    static let crimeLimit = 128
    private static let yearsInBlock = 16
    private static let eras = 2 * TablePeriod.years.count / yearsInBlock
    private static let shift: UInt64 = 24

    private var slots: [Int32] = []
    private var blocks: [UInt64] = []
    private var block = -1
    private var blockKey = -1

    /// One year of one region and type.
    struct Year: Hashable, Sendable {
        var word: UInt64

        /// The sum of the published counts.
        var sum: Int { Int(word >> CellTable.shift) }
        /// How many months have a count.
        var observed: Int { (word & 0xFFF).nonzeroBitCount }
        /// How many months are withheld.
        var withheld: Int { ((word >> 12) & 0xFFF).nonzeroBitCount }
        var isEmpty: Bool { word == 0 }

        /// Adds what another part of the file holds of the same year; nothing when both have the same month.
        static func + (left: Year, right: Year) -> Year? {
            let seen = left.word & 0xFF_FFFF
            let other = right.word & 0xFF_FFFF
            let months = (seen | seen >> 12) & (other | other >> 12) & 0xFFF
            return months == 0 ? Year(word: left.word + right.word) : nil
        }
    }

    /// Takes a cell over.
    ///
    /// - Parameters:
    ///   - region: The number of the region.
    ///   - crime: The number of the type, below ``crimeLimit``.
    ///   - index: The number of the year, from 0; the roll-ups of whole years stand `TablePeriod.years.count` higher.
    ///   - month: 0 to 11.
    ///   - count: The count, or ``CellScanner/withheld``.
    /// - Returns: Whether the cell is new; a second one is not taken over.
    @inline(__always)
    mutating func add(region: Int, crime: Int, yearIndex index: Int, month: Int, count: Int) -> Bool {
        let key = (region * Self.crimeLimit + crime) * Self.eras + index / Self.yearsInBlock
        if key != blockKey { open(key) }
        let place = block + index % Self.yearsInBlock
        let word = blocks[place]
        let either = (word | word >> 12) >> UInt64(month) & 1
        guard either == 0 else { return false }
        if count >= 0 {
            blocks[place] = word + UInt64(count) << Self.shift | 1 << UInt64(month)
        } else {
            blocks[place] = word | 1 << UInt64(month + 12)
        }
        return true
    }

    private mutating func open(_ key: Int) {
        while key >= slots.count {
            slots.append(contentsOf: repeatElement(-1, count: max(Self.crimeLimit * Self.eras * 64, slots.count)))
        }
        if slots[key] < 0 {
            slots[key] = Int32(blocks.count / Self.yearsInBlock)
            blocks.append(contentsOf: repeatElement(0, count: Self.yearsInBlock))
        }
        block = Int(slots[key]) * Self.yearsInBlock
        blockKey = key
    }

    /// Hands out every year that has a cell.
    func forEach(_ body: (_ region: Int, _ crime: Int, _ yearIndex: Int, Year) throws -> Void) rethrows {
        for key in slots.indices where slots[key] >= 0 {
            let start = Int(slots[key]) * Self.yearsInBlock
            let pair = key / Self.eras
            for offset in 0..<Self.yearsInBlock where blocks[start + offset] != 0 {
                let index = key % Self.eras * Self.yearsInBlock + offset
                try body(pair / Self.crimeLimit, pair % Self.crimeLimit, index, Year(word: blocks[start + offset]))
            }
        }
    }
}
