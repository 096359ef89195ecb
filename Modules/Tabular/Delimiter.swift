/// Names the two separators that occur in Dutch and international CSV files.
package enum Delimiter: UInt8, Sendable, Hashable {
    case comma = 0x2C
    case semicolon = 0x3B
}

/// States whether the separator is known or must be read from the header line.
package enum DelimiterChoice: Sendable, Hashable {
    case detect
    case fixed(Delimiter)

    package static let comma = DelimiterChoice.fixed(.comma)
    package static let semicolon = DelimiterChoice.fixed(.semicolon)

    /// Settles the separator by what stands unquoted in the first line of `bytes` from `start`.
    ///
    /// A header with neither is a table of one column and counts as comma separated. Counting which one occurs
    /// most would cut a wrong guess silently into wrong fields, so a header with both is refused.
    func settle(for bytes: [UInt8], from start: Int) throws(TabularError) -> Delimiter {
        if case .fixed(let delimiter) = self { return delimiter }
        var found: Set<Delimiter> = []
        var isQuoted = false
        for byte in bytes[start...] {
            if byte == Byte.quote { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == Byte.lineFeed { break }
            if let delimiter = Delimiter(rawValue: byte) { found.insert(delimiter) }
        }
        guard found.count < 2 else { throw .undecidedDelimiter }
        return found.first ?? .comma
    }
}
