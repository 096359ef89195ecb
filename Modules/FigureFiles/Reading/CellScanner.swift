/// Reads rows of a figures table from bytes, one pass, without text or memory for a row.
///
/// Strict after RFC 4180: what is not plainly a row is a fault, never a guess. The keys of a row become numbers of
/// the three lexicons, the count a whole number.
struct CellScanner: Sendable {
    /// What a column holds.
    enum Role: UInt8, Sendable {
        case ignored, crime, region, period, count
    }

    /// Why a row cannot be read; the careful reader makes a sentence of it.
    enum Fault: Sendable, Hashable {
        /// The bytes end before the row does.
        case incomplete
        case blank
        case fields(Int)
        case strayQuote
        case textAfterQuote
        case bareCarriageReturn
        case count
    }

    /// The value of ``count`` for a withheld count: an empty field, or a dot.
    static let withheld = -1

    /// Whether the file ends with the bytes at hand, so that the last row may lack its line end.
    var isLast = false
    let delimiter: UInt8
    let roles: [Role]
    /// The distinct crime types, regions and periods, exactly as written.
    private(set) var crimes = Lexicon()
    private(set) var regions = Lexicon()
    private(set) var periods = Lexicon()
    /// The keys and the count of the row that was read last; a column that the table lacks keeps 0.
    private(set) var crime = 0
    private(set) var region = 0
    private(set) var period = 0
    private(set) var count = 0
    /// Why the last row could not be read, and where.
    var fault = Fault.incomplete
    var faultOffset = 0
    var faultField = 0

    init(delimiter: UInt8, roles: [Role]) {
        self.delimiter = delimiter
        self.roles = roles
    }

    /// Reads the row that begins at an offset.
    ///
    /// - Parameters:
    ///   - bytes: The bytes, with the whole row in them.
    ///   - start: Where the row begins.
    /// - Returns: The offset behind the row, or -1 for a ``fault``.
    @inline(__always)
    mutating func scan(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        var field = 0
        let last = roles.count - 1
        while true {
            let end: Int
            switch roles[field] {
            case .ignored: end = skip(bytes, from: index)
            case .crime: end = Self.key(bytes, from: index, delimiter, isLast, &crimes, &crime, &fault, &faultOffset)
            case .region: end = Self.key(bytes, from: index, delimiter, isLast, &regions, &region, &fault, &faultOffset)
            case .period: end = Self.key(bytes, from: index, delimiter, isLast, &periods, &period, &fault, &faultOffset)
            case .count: end = number(bytes, from: index)
            }
            guard end >= 0 else { return failed(field) }
            if end < bytes.count, bytes[end] == delimiter {
                guard field < last else { return failed(bytes, surplusAt: end) }
                field += 1
                index = end + 1
                continue
            }
            guard field == last else { return failed(bytes, field, from: index, shortAt: end, start: start) }
            if end < bytes.count, bytes[end] == Mark.lineFeed { return end + 1 }
            return lineEnd(bytes, at: end)
        }
    }

    @inline(__always)
    mutating func skip(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        if index < bytes.count, bytes[index] == Mark.quote {
            index += 1
            while index < bytes.count {
                if bytes[index] == Mark.quote {
                    guard index + 1 < bytes.count, bytes[index + 1] == Mark.quote else { return index + 1 }
                    index += 1
                }
                index += 1
            }
            (fault, faultOffset) = (.incomplete, start)
            return -1
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter { break }
            // Line ends and quotes are the highest of the few bytes below letters and digits that matter.
            if byte <= Mark.quote {
                if byte == Mark.lineFeed || byte == Mark.carriageReturn { break }
                if byte == Mark.quote {
                    (fault, faultOffset) = (.strayQuote, index)
                    return -1
                }
            }
            index += 1
        }
        return index
    }

    @inline(__always)
    private static func key(
        _ bytes: Span<UInt8>,
        from start: Int,
        _ delimiter: UInt8,
        _ isLast: Bool,
        _ lexicon: inout Lexicon,
        _ id: inout Int,
        _ fault: inout Fault,
        _ faultOffset: inout Int
    ) -> Int {
        guard start < bytes.count else {
            (fault, faultOffset) = (.incomplete, start)
            return -1
        }
        let isQuoted = bytes[start] == Mark.quote
        let first = isQuoted ? start + 1 : start
        let found = lexicon.expected(in: bytes, at: first, end: isQuoted ? Mark.quote : delimiter)
        if found >= 0 {
            let end = first + lexicon.length(of: found)
            if !isQuoted {
                id = found
                return end
            }
            // A doubled quote continues the text.
            if end + 1 < bytes.count, bytes[end + 1] != Mark.quote {
                id = found
                return end + 1
            }
        }
        return isQuoted
            ? quotedKey(bytes, from: first, isLast, &lexicon, &id, &fault, &faultOffset)
            : bareKey(bytes, from: first, delimiter, isLast, &lexicon, &id, &fault, &faultOffset)
    }

    private static func bareKey(
        _ bytes: Span<UInt8>,
        from start: Int,
        _ delimiter: UInt8,
        _ isLast: Bool,
        _ lexicon: inout Lexicon,
        _ id: inout Int,
        _ fault: inout Fault,
        _ faultOffset: inout Int
    ) -> Int {
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte == delimiter || byte == Mark.lineFeed || byte == Mark.carriageReturn { break }
            if byte == Mark.quote {
                (fault, faultOffset) = (.strayQuote, end)
                return -1
            }
            end += 1
        }
        // Half a value must not become a value.
        guard end < bytes.count || isLast else {
            (fault, faultOffset) = (.incomplete, start)
            return -1
        }
        id = lexicon.id(of: bytes, from: start, to: end)
        return end
    }

    private static func quotedKey(
        _ bytes: Span<UInt8>,
        from start: Int,
        _ isLast: Bool,
        _ lexicon: inout Lexicon,
        _ id: inout Int,
        _ fault: inout Fault,
        _ faultOffset: inout Int
    ) -> Int {
        var end = start
        var plain: [UInt8]?
        while end < bytes.count {
            if bytes[end] == Mark.quote {
                guard end + 1 < bytes.count || isLast else { break }
                guard end + 1 < bytes.count, bytes[end + 1] == Mark.quote else {
                    if let plain {
                        id = lexicon.id(of: plain.span, from: 0, to: plain.count)
                    } else {
                        id = lexicon.id(of: bytes, from: start, to: end)
                    }
                    return end + 1
                }
                if plain == nil {
                    plain = []
                    for index in start..<end { plain?.append(bytes[index]) }
                }
                end += 1
            }
            plain?.append(bytes[end])
            end += 1
        }
        (fault, faultOffset) = (.incomplete, start - 1)
        return -1
    }

    /// Reads a count: digits, which may be quoted and padded with blanks; nothing or a dot is withheld.
    @inline(__always)
    private mutating func number(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        let isQuoted = index < bytes.count && bytes[index] == Mark.quote
        if isQuoted { index += 1 }
        while index < bytes.count, bytes[index] == Mark.blank { index += 1 }
        let first = index
        var value = 0
        while index < bytes.count, Mark.isDigit(bytes[index]) {
            value = value &* 10 &+ Int(bytes[index] &- Mark.zero)
            index += 1
        }
        // Ten digits are more than any count, and keep the sum above from wrapping.
        let digits = index - first
        if digits == 0, index < bytes.count, bytes[index] == Mark.dot { index += 1 }
        while index < bytes.count, bytes[index] == Mark.blank { index += 1 }
        if isQuoted {
            guard index < bytes.count, bytes[index] == Mark.quote else { return failedCount(bytes, at: start, index) }
            index += 1
        }
        guard digits <= 9 else { return failedCount(bytes, at: start, index) }
        if index < bytes.count {
            let byte = bytes[index]
            guard byte == delimiter || byte == Mark.lineFeed || byte == Mark.carriageReturn else {
                return failedCount(bytes, at: start, index)
            }
        }
        count = digits == 0 ? Self.withheld : value
        return index
    }
}
