/// Composes lines of fields in bytes.
///
/// Real numbers get nine significant digits: a millionth of what any count is certain to, and a third of the work of
/// the shortest text that reads back to the same bits.
struct NumberText {
    private(set) var bytes: [UInt8] = []
    private var isLineStart = true

    private static let separator = UInt8(ascii: ";")
    private static let significant = 9
    private static let limit = 1_000_000_000.0
    private static let powers: [Double] = (0...22).map { exponent in
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func append(_ text: [UInt8]) {
        separate()
        bytes.append(contentsOf: text)
    }

    mutating func append(_ number: Int) {
        separate()
        digits(UInt64(number))
    }

    /// Appends a number of at least 0; nothing for one that is not finite.
    mutating func append(_ number: Double) {
        separate()
        guard number.isFinite else { return }
        guard number > 0 else { return bytes.append(Mark.zero) }
        // The power of ten that brings the number to nine digits.
        var shift = Self.significant - 1 - Self.magnitude(number)
        guard (-22...22).contains(shift) else { return bytes.append(contentsOf: "\(number)".utf8) }
        var scaled = (shift >= 0 ? number * Self.powers[shift] : number / Self.powers[-shift]).rounded()
        if scaled >= Self.limit {
            scaled = (scaled / 10).rounded()
            shift -= 1
        }
        var whole = UInt64(scaled)
        while shift > 0, whole % 10 == 0 {
            whole /= 10
            shift -= 1
        }
        if shift <= 0 {
            digits(whole)
            for _ in 0..<(-shift) { bytes.append(Mark.zero) }
        } else {
            decimal(whole, places: shift)
        }
    }

    mutating func endLine() {
        bytes.append(Mark.lineFeed)
        isLineStart = true
    }

    private mutating func separate() {
        if isLineStart { isLineStart = false } else { bytes.append(Self.separator) }
    }

    /// The exponent of the first digit.
    private static func magnitude(_ number: Double) -> Int {
        if number >= 1 {
            var exponent = 0
            while exponent < 22, number >= powers[exponent + 1] { exponent += 1 }
            return exponent
        }
        var exponent = -1
        while exponent > -22, number * powers[-exponent] < 1 { exponent -= 1 }
        return exponent
    }

    private mutating func digits(_ number: UInt64) {
        if number < 10 { return bytes.append(UInt8(truncatingIfNeeded: number) + Mark.zero) }
        let length = Self.length(number)
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(Mark.zero, count: length))
        var rest = number
        var index = start + length
        while rest > 0 {
            index -= 1
            bytes[index] = UInt8(truncatingIfNeeded: rest % 10) + Mark.zero
            rest /= 10
        }
    }

    private mutating func decimal(_ number: UInt64, places: Int) {
        let length = max(Self.length(number), places + 1)
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(Mark.zero, count: length + 1))
        var rest = number
        var index = start + length
        for _ in 0..<places {
            bytes[index] = UInt8(truncatingIfNeeded: rest % 10) + Mark.zero
            rest /= 10
            index -= 1
        }
        bytes[index] = Mark.dot
        while rest > 0 {
            index -= 1
            bytes[index] = UInt8(truncatingIfNeeded: rest % 10) + Mark.zero
            rest /= 10
        }
    }

    private static func length(_ number: UInt64) -> Int {
        var (length, limit) = (1, UInt64(10))
        while length < 19, number >= limit {
            length += 1
            limit *= 10
        }
        return length
    }
}
