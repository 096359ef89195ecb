/// What keeps a row from being read, kept for the message; none of it runs for a row that is right.
extension CellScanner {
    mutating func failedCount(_ bytes: Span<UInt8>, at start: Int, _ index: Int) -> Int {
        (fault, faultOffset) = (index < bytes.count ? .count : .incomplete, start)
        return -1
    }

    mutating func lineEnd(_ bytes: Span<UInt8>, at end: Int) -> Int {
        guard end < bytes.count else {
            if isLast { return end }
            (fault, faultOffset) = (.incomplete, end)
            return -1
        }
        guard bytes[end] == Mark.carriageReturn else {
            (fault, faultOffset) = (.textAfterQuote, end)
            return -1
        }
        guard end + 1 < bytes.count else {
            (fault, faultOffset) = (isLast ? .bareCarriageReturn : .incomplete, end)
            return -1
        }
        guard bytes[end + 1] == Mark.lineFeed else {
            (fault, faultOffset) = (.bareCarriageReturn, end)
            return -1
        }
        return end + 2
    }

    mutating func failed(_ field: Int) -> Int {
        faultField = field
        return -1
    }

    /// More fields than columns: counts them all for the message.
    mutating func failed(_ bytes: Span<UInt8>, surplusAt offset: Int) -> Int {
        var index = offset
        var fields = roles.count
        while index < bytes.count, bytes[index] == delimiter {
            fields += 1
            index = skip(bytes, from: index + 1)
            guard index >= 0 else { return -1 }
        }
        (fault, faultOffset, faultField) = (.fields(fields), offset + 1, roles.count)
        return -1
    }

    mutating func failed(
        _ bytes: Span<UInt8>,
        _ field: Int,
        from index: Int,
        shortAt end: Int,
        start: Int
    ) -> Int {
        (faultOffset, faultField) = (index, field)
        if end >= bytes.count {
            fault = isLast && end > start ? .fields(field + 1) : .incomplete
        } else if bytes[end] == Mark.lineFeed || bytes[end] == Mark.carriageReturn {
            fault = end == start ? .blank : .fields(field + 1)
        } else {
            (fault, faultOffset) = (.textAfterQuote, end)
        }
        return -1
    }
}
